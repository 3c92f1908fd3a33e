namespace AchieveApex.Application.Resources.Querying;

/// <summary>What a query is for, and so which parameters it may have.</summary>
public enum QueryUse
{
    /// <summary>A page of records: everything.</summary>
    List,

    /// <summary>One record: conditions that narrow it, and <c>$select</c>.</summary>
    Read,

    /// <summary>The answer to a write: <c>$select</c>, and <c>dry_run</c>.</summary>
    Select,

    /// <summary>A change to many records: conditions that say which, and what a write may have.</summary>
    Change,
}
