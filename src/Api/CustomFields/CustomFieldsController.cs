using AchieveApex.Application.CustomFields;

namespace AchieveApex.Api.CustomFields;

/// <summary>What the organization adds to the fields of its records.</summary>
public sealed class CustomFieldsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists custom fields.</summary>
    [HttpGet]
    public Task<ActionResult<Page<CustomFieldView>>> List() => Send(new ListCustomFields());

    /// <summary>Reads a custom field.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<CustomFieldView>> Get(RecordId id) => Send(new GetCustomField(id));

    /// <summary>Creates a custom field.</summary>
    [HttpPost]
    public Task<ActionResult<CustomFieldView>> Create(Input<NewCustomFieldFields> input) => SendNew(new CreateCustomField(input));

    /// <summary>Changes some fields of a custom field.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<CustomFieldView>> Patch(RecordId id, Input<CustomFieldFields> input) => Send(new PatchCustomField(id, input));

    /// <summary>Removes a custom field.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<CustomFieldView>> Remove(RecordId id) => Send(new RemoveCustomField(id));
}
