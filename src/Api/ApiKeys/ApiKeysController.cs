using AchieveApex.Application.ApiKeys;

namespace AchieveApex.Api.ApiKeys;

/// <summary>The organization's API keys.</summary>
public sealed class ApiKeysController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists API keys.</summary>
    [HttpGet]
    public Task<ActionResult<Page<ApiKeyView>>> List() => Send(new ListApiKeys());

    /// <summary>Reads an API key.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<ApiKeyView>> Get(RecordId id) => Send(new GetApiKey(id));

    /// <summary>Creates an API key. The answer is the only place that ever shows its secret.</summary>
    [HttpPost]
    public Task<ActionResult<ApiKeyView>> Create(Input<NewApiKeyFields> input) => SendNew(new CreateApiKey(input));

    /// <summary>Changes some fields of an API key.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<ApiKeyView>> Patch(RecordId id, Input<ApiKeyFields> input) => Send(new PatchApiKey(id, input));

    /// <summary>Removes an API key.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<ApiKeyView>> Remove(RecordId id) => Send(new RemoveApiKey(id));

    /// <summary>Makes a successor of an API key; the old one works on for an overlap.</summary>
    [HttpPost("{id}/rotate")]
    public Task<ActionResult<ApiKeyView>> Rotate(RecordId id, Input<RotationFields> input) => Send(new RotateApiKey(id, input));
}
