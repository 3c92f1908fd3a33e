using System.ComponentModel.DataAnnotations;

namespace AchieveApex.Application.Resources;

/// <summary>The settings <c>Paging:*</c>.</summary>
public sealed class PagingOptions
{
    /// <summary>The largest page that can be set.</summary>
    public const int MostRecords = 10_000;

    /// <summary>Records on a page when <c>$limit</c> is absent.</summary>
    [Range(1, MostRecords)]
    public int DefaultLimit { get; set; } = 25;

    /// <summary>A larger <c>$limit</c> is lowered to this.</summary>
    [Range(1, MostRecords)]
    public int MaxLimit { get; set; } = 200;
}
