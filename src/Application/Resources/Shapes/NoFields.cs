namespace AchieveApex.Application.Resources.Shapes;

/// <summary>The body of a command that needs nothing said: an empty object.</summary>
public sealed record NoFields;

internal sealed class NoFieldsValidator : AbstractValidator<NoFields>;
