using AchieveApex.Application.Errors;
using AchieveApex.Domain.CustomFields;

namespace AchieveApex.Application.CustomFields;

[Requires<CustomField>(Access.Delete)]
public sealed record RemoveCustomField(RecordId Id) : Remove<CustomField, CustomFieldView>(Id);

/// <summary>A field goes only when no record has a value of it: values that nobody can name any more would be lost from sight.</summary>
internal sealed class RemoveCustomFieldHandler(Editor<CustomField> editor, ResourceCatalog resources, IKeptValues kept)
    : IRequestHandler<RemoveCustomField, CustomFieldView>
{
    public async Task<CustomFieldView> Handle(RemoveCustomField request, CancellationToken cancellationToken)
    {
        var field = await editor.Open(request.Id, cancellationToken);
        var record = resources.Named(field.Resource).Record;
        if (await kept.Count(record, field.Key, cancellationToken) is > 0 and var count)
            throw new Conflict($"The field is still in use ({field.Resource}: {count}) and cannot be removed")
            {
                Details = new { used_by = new Dictionary<string, long> { [field.Resource] = count } },
            };

        var removed = await editor.Show<CustomFieldView>(field, cancellationToken);
        await editor.Remove(field, cancellationToken);
        return removed;
    }
}
