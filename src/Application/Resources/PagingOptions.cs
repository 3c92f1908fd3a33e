namespace AchieveApex.Application.Resources;

/// <summary>The settings <c>Paging:*</c>.</summary>
public sealed class PagingOptions
{
    /// <summary>Records on a page when <c>$limit</c> is absent.</summary>
    public int DefaultLimit { get; set; } = 25;

    /// <summary>A larger <c>$limit</c> is lowered to this.</summary>
    public int MaxLimit { get; set; } = 200;
}
