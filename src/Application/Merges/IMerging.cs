namespace AchieveApex.Application.Merges;

/// <summary>How records of one kind are merged.</summary>
internal interface IMerging
{
    /// <summary>What a merge, and undoing it, needs on the records' resource.</summary>
    const Access Needed = Access.Update | Access.Delete;

    /// <summary>The kind.</summary>
    Type Record { get; }

    Task Undo(Merge merge, CancellationToken cancellationToken);
}
