namespace AchieveApex.Application.Resources.Shapes;

/// <summary>A request of several parts, of which all are done or none.</summary>
internal interface IBatch
{
    /// <summary>The largest number of parts.</summary>
    const int Most = 100;

    /// <summary>Which part is being done: the index of an item, or the id of a record; null when none is.</summary>
    string? Part { get; }
}
