using AchieveApex.Domain.CustomFields;

namespace AchieveApex.Application.CustomFields;

/// <summary>What a client may change on a custom field.</summary>
/// <param name="Label">1 to 100 characters: what people call it.</param>
/// <param name="IsRequired">Whether a new record has to have it, and nobody may take it away.</param>
/// <param name="Description">What it is for.</param>
/// <param name="DisplayOrder">Fields are shown from the lowest to the highest.</param>
public record CustomFieldFields(string? Label = null, bool IsRequired = false, string? Description = null, int DisplayOrder = 0)
    : RecordFields
{
    /// <summary>What an enum can be: up to 100 texts of 1 to 100 characters, each once. What records hold stays when an option goes.</summary>
    public IReadOnlyList<string>? Options
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What is needed to add a field to the records of a resource.</summary>
/// <param name="Resource">The resource whose records have it, for example contacts; required.</param>
/// <param name="Key">
/// Its name in custom_fields, for example score; required, unique for the resource. In queries it is custom_fields.score.
/// </param>
/// <param name="Type">What its values are.</param>
public sealed record NewCustomFieldFields(string? Resource = null, string? Key = null, CustomFieldType Type = CustomFieldType.Text)
    : CustomFieldFields;

internal abstract class CustomFieldFieldsValidator<TFields> : RecordFieldsValidator<TFields>
    where TFields : CustomFieldFields
{
    private const int LongestOption = 100;

    protected CustomFieldFieldsValidator()
    {
        RuleFor(field => field.Label).NotEmpty().MaximumLength(100);
        RuleFor(field => field.Description).MaximumLength(1000);
        RuleFor(field => field.DisplayOrder).InclusiveBetween(0, 1000);
        RuleFor(field => field.Options)
            .Must(options => options!.All(option => option.Trim().Length is > 0 and <= LongestOption))
            .WithMessage($"must hold texts of 1 to {LongestOption} characters")
            .Must(options => options!.Distinct().Count() == options!.Count)
            .WithMessage("must hold each option once");
    }
}

internal sealed class ChangedCustomFieldValidator : CustomFieldFieldsValidator<CustomFieldFields>;

internal sealed class NewCustomFieldValidator : CustomFieldFieldsValidator<NewCustomFieldFields>
{
    public NewCustomFieldValidator(ResourceCatalog resources)
    {
        var names = resources
            .WithCustomFields.Where(resource => resource.Record != typeof(CustomField))
            .Select(resource => resource.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        // Not a choice of the document: it would change with every new resource.
        RuleFor(field => field.Resource)
            .NotEmpty()
            .MaximumLength(100)
            .Must(name => name is null || names.Contains(name))
            .WithMessage($"must be one of: {string.Join(", ", names)}");
        RuleFor(field => field.Key)
            .NotEmpty()
            .MaximumLength(ValueLimits.LongestCustomFieldKey)
            .Must(key => key is null || CustomFieldsCheck.IsKey(key))
            .WithMessage("must be in snake_case and begin with a letter");
        RuleFor(field => field.Options)
            .Must((field, options) => CustomField.Fit(field.Type, options!))
            .WithMessage(CustomField.OptionsProblem)
            .WithErrorCode(FieldFormats.SeveralFields);
    }
}

/// <summary>A custom field as it is read.</summary>
public sealed record CustomFieldView : RecordView
{
    public string Resource { get; init; } = "";
    public string Key { get; init; } = "";
    public string Label { get; init; } = "";
    public CustomFieldType Type { get; init; }
    public IReadOnlyList<string> Options { get; init; } = [];
    public bool IsRequired { get; init; }
    public string? Description { get; init; }
    public int DisplayOrder { get; init; }
}

internal sealed record CustomFieldResource() : Resource<CustomField>("custom-fields", IsAdministrative: true);
