using AchieveApex.Domain.Tags;
using Mapster;

namespace AchieveApex.Application.Tags;

/// <summary>What a client may write on a tagging. It is about one other record, which has each tag once.</summary>
/// <param name="TagId">The tag; required.</param>
public sealed record TaggingFields(long? TagId = null) : RelatedFields;

internal sealed class TaggingFieldsValidator : RelatedFieldsValidator<TaggingFields>
{
    public TaggingFieldsValidator()
    {
        RuleFor(tagging => tagging.TagId).NotNull();
        IsAboutOne();
    }
}

/// <summary>A tagging as it is read.</summary>
public sealed record TaggingView : RelatedView, IShowsOthers
{
    public long TagId { get; init; }

    /// <summary>The tag's name.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The tag's color.</summary>
    public string? Color { get; init; }
}

internal sealed class TaggingMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config
            .NewConfig<Tagging, TaggingView>()
            .Map(view => view.Tag, tagging => tagging.Tag.Name)
            .Map(view => view.Color, tagging => tagging.Tag.Color);
}

internal sealed record TaggingResource() : Resource<Tagging>("taggings");
