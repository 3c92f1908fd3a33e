using System.Text.Json;

namespace AchieveApex.Application.CustomFields;

/// <summary>What the organization's records hold in their custom fields.</summary>
public interface IKeptValues
{
    /// <summary>How many records of a kind have a value.</summary>
    Task<long> Count(Type record, string key, CancellationToken cancellationToken);

    /// <summary>The different values that records of a kind have.</summary>
    IAsyncEnumerable<JsonElement> Of(Type record, string key, CancellationToken cancellationToken);
}
