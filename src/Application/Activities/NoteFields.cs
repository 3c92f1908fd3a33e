using AchieveApex.Domain.Activities;

namespace AchieveApex.Application.Activities;

/// <summary>What a client may write on a note. It is about one other record at least.</summary>
/// <param name="Body">1 to 20000 characters.</param>
/// <param name="Pinned">Whether it is to be shown before the others.</param>
public sealed record NoteFields(string? Body = null, bool Pinned = false) : RelatedFields;

internal sealed class NoteFieldsValidator : RelatedFieldsValidator<NoteFields>
{
    public NoteFieldsValidator()
    {
        RuleFor(note => note.Body).NotEmpty().MaximumLength(20_000);
        IsAboutSome();
    }
}

/// <summary>A note as it is read.</summary>
public sealed record NoteView : RelatedView
{
    public string Body { get; init; } = "";

    /// <summary>Whether it is to be shown before the others.</summary>
    public bool Pinned { get; init; }
}

internal sealed record NoteResource() : Resource<Note>("notes", IsSearched: true);
