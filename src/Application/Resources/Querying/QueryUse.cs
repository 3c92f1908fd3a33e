namespace AchieveApex.Application.Resources.Querying;

/// <summary>What a query is for, and so which parameters it may have.</summary>
public enum QueryUse
{
    /// <summary>A page of records: everything.</summary>
    List,

    /// <summary>One record: conditions that narrow it, and <c>$select</c>.</summary>
    Read,

    /// <summary>The answer to a write: <c>$select</c> only.</summary>
    Select,
}
