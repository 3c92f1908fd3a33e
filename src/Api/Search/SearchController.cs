using AchieveApex.Application.Search;

namespace AchieveApex.Api.Search;

/// <summary>Records of all kinds.</summary>
public sealed class SearchController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Looks for words in everything.</summary>
    [HttpGet]
    public Task<ActionResult<SearchResult>> Search() => Send(new SearchAll());
}
