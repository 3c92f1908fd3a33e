namespace AchieveApex.Domain.Resources;

/// <summary>A record went on in another of its kind, and with it everything that referred to it. For some time that can be undone.</summary>
public sealed class Merge : Record
{
    /// <summary>How long it can be undone.</summary>
    public static TimeSpan Undoable { get; } = TimeSpan.FromDays(30);

    /// <summary>What both are, for example <c>contacts</c>.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The record that is gone.</summary>
    public long MergedId { get; init; }

    /// <summary>The record that goes on in its place.</summary>
    public long IntoId { get; init; }

    public DateTimeOffset UndoUntil { get; init; }

    /// <summary>Null while the one goes on in the other.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>What was changed. No client sees it: it holds records of several resources.</summary>
    public MergeTrail Trail { get; init; } = null!;

    /// <exception cref="DomainException">It was undone already, or the time for that is over.</exception>
    public void Undo(DateTimeOffset now)
    {
        if (UndoneAt is not null)
            throw new DomainException("is set: the merge was undone already", nameof(UndoneAt));
        if (now > UndoUntil)
            throw new DomainException("is past: a merge is undone within 30 days", nameof(UndoUntil));

        (UndoneAt, Happened) = (now, "undone");
    }
}
