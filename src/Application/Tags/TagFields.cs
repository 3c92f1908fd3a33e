using AchieveApex.Domain.Tags;

namespace AchieveApex.Application.Tags;

/// <summary>What a client may write on a tag.</summary>
/// <param name="Name">1 to 100 characters, unique within the organization without regard to case.</param>
/// <param name="Color">Red, green and blue in hexadecimal, for example #3366ff.</param>
/// <param name="Description">What it stands for.</param>
public sealed record TagFields(string? Name = null, string? Color = null, string? Description = null) : RecordFields;

internal sealed class TagFieldsValidator : RecordFieldsValidator<TagFields>
{
    public TagFieldsValidator()
    {
        RuleFor(tag => tag.Name).NotEmpty().MaximumLength(100);
        RuleFor(tag => tag.Color).MaximumLength(7).Matches(@"\A#[0-9A-Fa-f]{6}\z").WithMessage("must be a color such as #3366ff");
        RuleFor(tag => tag.Description).MaximumLength(1000);
    }
}

/// <summary>A tag as it is read.</summary>
public sealed record TagView : RecordView
{
    public string Name { get; init; } = "";
    public string? Color { get; init; }
    public string? Description { get; init; }
}

internal sealed record TagResource() : Resource<Tag>("tags", IsSearched: true);
