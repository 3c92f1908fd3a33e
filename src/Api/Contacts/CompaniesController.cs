using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources.Shapes;

namespace AchieveApex.Api.Contacts;

/// <summary>The organizations that the organization deals with.</summary>
public sealed class CompaniesController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists companies.</summary>
    [HttpGet]
    public Task<ActionResult<Page<CompanyView>>> List() => Send(new ListCompanies());

    /// <summary>Reads a company.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<CompanyView>> Get(RecordId id) => Send(new GetCompany(id));

    /// <summary>Creates a company.</summary>
    [HttpPost]
    public Task<ActionResult<CompanyView>> Create(Input<CompanyFields> input) => SendNew(new CreateCompany(input));

    /// <summary>Replaces what a client may write on a company.</summary>
    [HttpPut("{id}"), HttpPut("by-domain/{domain}")]
    public Task<ActionResult<CompanyView>> Replace(RecordId id, Input<CompanyFields> input) => Send(new ReplaceCompany(id, input));

    /// <summary>Changes some fields of a company.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<CompanyView>> Patch(RecordId id, Input<CompanyFields> input) => Send(new PatchCompany(id, input));

    /// <summary>Removes a company.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<CompanyView>> Remove(RecordId id) => Send(new RemoveCompany(id));

    /// <summary>Lets a company go on in another, with all that refers to it, and answers with the other.</summary>
    [HttpPost("{id}/merge")]
    public Task<ActionResult<CompanyView>> Merge(RecordId id, Input<IntoFields> input) => Send(new MergeCompany(id, input));

    /// <summary>Tells what happened to a company, and to what refers to it.</summary>
    [HttpGet("{id}/timeline")]
    public Task<ActionResult<TimelinePage>> Timeline(RecordId id) => Send(new GetCompanyTimeline(id));
}
