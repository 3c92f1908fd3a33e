using AchieveApex.Api.Resources;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.ApiKeys;

/// <summary>The organization's API keys.</summary>
[Route("api-keys")]
public sealed class ApiKeysController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists API keys.</summary>
    [HttpGet]
    public Task<ActionResult<Page<ApiKeyView>>> List(ListQuery query, CancellationToken cancellationToken) =>
        Send(new ListApiKeys(query), cancellationToken);

    /// <summary>Reads an API key.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<ApiKeyView>> Get(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new GetApiKey(id) { Query = query }, cancellationToken);

    /// <summary>Creates an API key. The answer is the only place that ever shows its secret.</summary>
    [HttpPost]
    public Task<ActionResult<ApiKeyView>> Create(Input<NewApiKeyFields> input, ListQuery query, CancellationToken cancellationToken) =>
        SendNew(new CreateApiKey(input) { Query = query }, cancellationToken);

    /// <summary>Changes some fields of an API key.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<ApiKeyView>> Patch(
        RecordId id,
        Input<ApiKeyFields> input,
        ListQuery query,
        CancellationToken cancellationToken
    ) => Send(new PatchApiKey(id, input) { Query = query }, cancellationToken);

    /// <summary>Removes an API key.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<ApiKeyView>> Remove(RecordId id, ListQuery query, CancellationToken cancellationToken) =>
        Send(new RemoveApiKey(id) { Query = query }, cancellationToken);

    /// <summary>Makes a successor of an API key; the old one works on for an overlap.</summary>
    [HttpPost("{id}/rotate")]
    public Task<ActionResult<ApiKeyView>> Rotate(RecordId id, Input<RotationFields> input, CancellationToken cancellationToken) =>
        Send(new RotateApiKey(id, input), cancellationToken);
}
