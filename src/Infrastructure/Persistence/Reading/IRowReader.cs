using System.Data.Common;

namespace AchieveApex.Infrastructure.Persistence.Reading;

/// <summary>Which of a plan's statements to run.</summary>
[Flags]
internal enum ReadParts
{
    Rows = 1,
    Total = 2,
}

/// <summary>What was found.</summary>
/// <param name="Rows">Empty when they were not asked for.</param>
/// <param name="Total">Null when it was not asked for.</param>
internal readonly record struct Found<TView>(IReadOnlyList<TView> Rows, long? Total);

/// <summary>Runs plans on connections of its own, or in the transaction that is open.</summary>
internal interface IRowReader
{
    /// <param name="plan">The statements.</param>
    /// <param name="values">Their parameters' values; the first is the organization.</param>
    /// <param name="parts">Which of them.</param>
    /// <param name="transaction">What it has written is seen; null when none is open.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    );
}
