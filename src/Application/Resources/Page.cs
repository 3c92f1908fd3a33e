using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources;

/// <summary>One page of a list, whatever is on it.</summary>
public abstract record Page
{
    /// <summary>Whether more records follow.</summary>
    [JsonIgnore]
    public bool HasMore { get; init; }

    /// <summary>Where the next page begins, as <c>$cursor</c> takes it; null when there is none. A header tells it, not the body.</summary>
    [JsonIgnore]
    public string? Next { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Total">How many records match; null when the caller asked not to count.</param>
/// <param name="Limit">The largest number of records on the page, after the server's maximum.</param>
/// <param name="Skip">How many matches were passed over.</param>
/// <param name="Data">The records.</param>
public sealed record Page<T>(
    long? Total,
    [property: Range(0, PagingOptions.MostRecords)] int Limit,
    [property: Range(0, QueryLimits.Skip)] int Skip,
    IReadOnlyList<T> Data
) : Page;
