namespace AchieveApex.Application.Resources.Describing;

/// <summary>What the validator asks of a field.</summary>
public sealed record FieldRules
{
    /// <summary>No rules: any value of the type, and none.</summary>
    public static FieldRules None { get; } = new() { TakesNull = true };

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    /// <summary>The only texts that are allowed; null for all.</summary>
    public IReadOnlyCollection<string>? OneOf { get; init; }

    /// <summary>A JSON Schema format, for example <c>email</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Rules without another form, as the error says them: "must be a valid phone number".</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>Whether a body without the field is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether null is taken for "no value".</summary>
    public bool TakesNull { get; init; }
}
