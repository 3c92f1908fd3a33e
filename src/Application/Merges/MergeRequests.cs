namespace AchieveApex.Application.Merges;

[Requires<Merge>(Access.View)]
public sealed record ListMerges : List<Merge, MergeView>;

[Requires<Merge>(Access.View)]
public sealed record GetMerge(RecordId Id) : Get<Merge, MergeView>(Id);

/// <summary>A merge as it is read.</summary>
public sealed record MergeView : RecordView
{
    /// <summary>What both records are, for example <c>contacts</c>.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The record that is gone. Its id is answered with the one that goes on.</summary>
    public long MergedId { get; init; }

    /// <summary>The record that goes on in its place.</summary>
    public long IntoId { get; init; }

    /// <summary>30 days after the merge.</summary>
    public DateTimeOffset UndoUntil { get; init; }

    /// <summary>When it was undone; null while it is not.</summary>
    public DateTimeOffset? UndoneAt { get; init; }
}

internal sealed record MergeResource() : Resource<Merge>("merges");
