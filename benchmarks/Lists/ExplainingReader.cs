using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Reading;

namespace AchieveApex.Lists;

/// <summary>Reads as the program does. When it is told to, it has PostgreSQL tell what the same statement with the same values costs there.</summary>
internal sealed class ExplainingReader(IRowReader reader) : IRowReader
{
    // Without the time of each node, which would cost more than the nodes.
    private const string Explain = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF)";

    /// <summary>The plans since they were last taken; null when none are wanted.</summary>
    public List<string>? Plans { get; set; }

    public async Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        if (Plans is not null && parts.HasFlag(ReadParts.Rows))
            Plans.Add(await Ask(plan.Rows, values, transaction, cancellationToken));
        if (Plans is not null && parts.HasFlag(ReadParts.Total))
            Plans.Add(await Ask(plan.Total, values, transaction, cancellationToken));
        return await reader.Read(plan, values, parts, transaction, cancellationToken);
    }

    private async Task<string> Ask(
        Statement statement,
        IReadOnlyList<object> values,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var explained = statement with { Sql = $"{Explain} {statement.Sql}" };
        var plan = new ReadPlan<string>(explained, explained, row => row.GetString(0));
        var lines = await reader.Read(plan, values, ReadParts.Rows, transaction, cancellationToken);
        return string.Join('\n', lines.Rows);
    }
}
