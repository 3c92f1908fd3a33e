namespace AchieveApex.Application.Resources;

/// <summary>The database's tables.</summary>
public interface ISchema
{
    /// <summary>Whether the tables are brought up to date at the start, without being told: so on the embedded database.</summary>
    bool IsUpdatedAtStart { get; }

    /// <summary>Migrations that were not applied yet.</summary>
    Task<IReadOnlyList<string>> Pending(CancellationToken cancellationToken);

    /// <summary>As <see cref="Update"/>, but takes it as done by what this very build noted on an embedded database: what a start does.</summary>
    Task Ensure(CancellationToken cancellationToken);

    /// <summary>Brings the tables up to date; one instance at a time. Answers with what was applied.</summary>
    Task<IReadOnlyList<string>> Update(CancellationToken cancellationToken);
}
