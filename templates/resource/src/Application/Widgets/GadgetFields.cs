using AchieveApex.Domain.Widgets;

namespace AchieveApex.Application.Widgets;

/// <summary>What a client may write on it.</summary>
/// <param name="Name">1 to 100 characters, unique.</param>
/// <param name="Description">At most 5000 characters.</param>
public sealed record GadgetFields(string? Name = null, string? Description = null) : RecordFields;

internal sealed class GadgetFieldsValidator : RecordFieldsValidator<GadgetFields>
{
    public GadgetFieldsValidator()
    {
        RuleFor(gadget => gadget.Name).NotEmpty().MaximumLength(100);
        RuleFor(gadget => gadget.Description).MaximumLength(5000);
    }
}

/// <summary>What is shown of it.</summary>
public sealed record GadgetView : RecordView
{
    public string Name { get; init; } = "";
    public string? Description { get; init; }
}

internal sealed record GadgetResource() : Resource<Gadget>("gadgets-path");
