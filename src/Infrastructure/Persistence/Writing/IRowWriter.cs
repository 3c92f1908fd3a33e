using System.Data.Common;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>Writes rows, on a connection of its own or in the transaction that is open.</summary>
internal interface IRowWriter
{
    /// <summary>Whether a single row needs no transaction.</summary>
    bool WritesAlone { get; }

    /// <summary>Writes rows in their order, in one round trip.</summary>
    /// <param name="writes">At least one.</param>
    /// <param name="organization">Whose they are.</param>
    /// <param name="transaction">Null when none is open.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    /// <returns>The id of each; null when the row was not as it should be.</returns>
    /// <exception cref="RefusedWrite">Something unique is taken, or a reference is broken.</exception>
    Task<IReadOnlyList<long?>> Write(
        IReadOnlyList<RowWrite> writes,
        long organization,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    );
}
