using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Reading;

namespace AchieveApex.Api.Tests.Reading;

/// <summary>Reads as the program does, and asks the database how it is going to.</summary>
internal sealed class WatchedReader(IRowReader reader, string explain, int column) : IRowReader
{
    /// <summary>What was read since it was last looked at: each statement, and the database's plan of it.</summary>
    public List<(string Sql, string Plan)> Seen { get; } = [];

    public async Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        if (parts.HasFlag(ReadParts.Rows))
            await Explain(plan.Rows, values, transaction, cancellationToken);
        if (parts.HasFlag(ReadParts.Total))
            await Explain(plan.Total, values, transaction, cancellationToken);
        return await reader.Read(plan, values, parts, transaction, cancellationToken);
    }

    private async Task Explain(
        Statement statement,
        IReadOnlyList<object> values,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var explained = statement with { Sql = $"{explain} {statement.Sql}" };
        var plan = new ReadPlan<string>(explained, explained, row => row.GetString(column));
        var lines = await reader.Read(plan, values, ReadParts.Rows, transaction, cancellationToken);
        Seen.Add((statement.Sql, string.Join('\n', lines.Rows)));
    }
}
