using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Domain.CustomFields;

namespace AchieveApex.Application.CustomFields;

/// <summary>A field has the options that it needs, fits what records hold already, and is one of not too many.</summary>
internal sealed class CustomFieldRule(IDatabase db, ResourceCatalog resources, IKeptValues kept) : IRule<CustomField>
{
    public async Task Check(CustomField field, CancellationToken cancellationToken)
    {
        if (CustomField.TakesOptions(field.Type) != field.Options.Count > 0)
            throw BadRequest.Invalid("options", "must be there for an enum, and for no other type");
        if (db.Before(field) is null)
            await CheckNew(field, cancellationToken);
    }

    private async Task CheckNew(CustomField field, CancellationToken cancellationToken)
    {
        await db.TakeTurn(cancellationToken);
        if (
            await db.Count(db.Set<CustomField>().Where(other => other.Resource == field.Resource), cancellationToken)
            >= ValueLimits.MostCustomFields
        )
            throw new Conflict($"{field.Resource} have {ValueLimits.MostCustomFields} custom fields, which is the most that is allowed");

        var record = resources.All.First(resource => resource.Name == field.Resource).Record;
        var definition = new CustomFieldDefinition(field.Key, field.Type, field.IsRequired, field.Options, field.Label);
        await foreach (var value in kept.Of(record, field.Key).WithCancellation(cancellationToken))
            if (definition.ProblemOf(value) is { } problem || definition.Stored(value).GetRawText() != value.GetRawText())
                throw new Conflict(
                    $"{field.Resource} hold values of '{field.Key}' already that do not fit: each {definition.ProblemOf(value) ?? "must be in UTC with milliseconds"}"
                );
    }
}
