using System.Text.Json;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Domain.CustomFields;

namespace AchieveApex.Application.CustomFields;

/// <summary>A field has the options that it needs, fits what records hold already, and is one of not too many.</summary>
internal sealed class CustomFieldRule(IDatabase db, ResourceCatalog resources, IKeptValues kept) : IRule<CustomField>
{
    public async Task Check(CustomField field, CancellationToken cancellationToken)
    {
        if (!CustomField.Fit(field.Type, field.Options))
            throw BadRequest.Invalid("options", CustomField.OptionsProblem);
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

        var record = resources.Named(field.Resource).Record;
        var definition = new CustomFieldDefinition(field.Key, field.Type, field.IsRequired, field.Options, field.Label);
        await foreach (var value in kept.Of(record, field.Key, cancellationToken))
            if ((definition.ProblemOf(value) ?? FormProblem(definition, value)) is { } problem)
                throw new Conflict($"{field.Resource} hold values of '{field.Key}' already that do not fit: each {problem}");
    }

    private static string? FormProblem(CustomFieldDefinition definition, JsonElement value) =>
        JsonElement.DeepEquals(definition.Stored(value), value) ? null : "must be in UTC with milliseconds";
}
