using FluentValidation.Validators;

namespace AchieveApex.Application.Resources;

/// <summary>A text that is one of a few.</summary>
internal sealed class OneOfValidator<T>(IReadOnlyCollection<string> names) : PropertyValidator<T, string?>, IOneOfValidator
{
    public override string Name => "OneOfValidator";

    public IReadOnlyCollection<string> Names => names;

    public override bool IsValid(ValidationContext<T> context, string? value) => value is not null && names.Contains(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => $"must be one of: {string.Join(", ", names)}";
}

/// <summary>What <see cref="OneOfValidator{T}"/> allows, for a reader that does not know the type of the fields.</summary>
internal interface IOneOfValidator
{
    IReadOnlyCollection<string> Names { get; }
}

internal static class OneOfRules
{
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, IReadOnlyCollection<string> names) =>
        rule.SetValidator(new OneOfValidator<T>(names));
}
