namespace AchieveApex.Application.Resources;

/// <summary>The database's tables.</summary>
public interface ISchema
{
    /// <summary>Whether the tables are brought up to date at the start, without being told: so on the embedded database.</summary>
    bool IsUpdatedAtStart { get; }

    /// <summary>Migrations that were not applied yet.</summary>
    Task<IReadOnlyList<string>> Pending(CancellationToken cancellationToken);

    /// <summary>Brings the tables up to date; one instance at a time. Answers with what was applied.</summary>
    Task<IReadOnlyList<string>> Update(CancellationToken cancellationToken);
}
