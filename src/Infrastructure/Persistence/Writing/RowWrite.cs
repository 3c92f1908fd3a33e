using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>One row to be written.</summary>
/// <param name="Table">Where.</param>
/// <param name="Record">What it holds, or held.</param>
/// <param name="Statement">Writes it, and answers with its id; with nothing when it is not as it was any more.</param>
/// <param name="Values">The statement's.</param>
internal sealed record RowWrite(RecordTable Table, Record Record, Statement Statement, object?[] Values)
{
    /// <summary>What the row holds until then; null when it is to be added.</summary>
    public Record? Before { get; init; }

    /// <summary>What tells of it; null when nothing does.</summary>
    public ChangeEvent? Event { get; init; }

    public bool IsRemoval { get; init; }
}
