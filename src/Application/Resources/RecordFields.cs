using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>What a client may write on every record.</summary>
public abstract record RecordFields
{
    /// <summary>The record's id in the client's own system, unique per organization and resource; at most 255 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Values by key: scalars or lists of strings; at most 100 of them.</summary>
    public CustomValues CustomFields
    {
        get;
        init => field = WithoutNulls(value);
    } = [];

    // In a merge patch null means "no value", so it means that everywhere.
    private static CustomValues WithoutNulls(CustomValues? values)
    {
        foreach (var (key, _) in values?.Where(value => value.Value.ValueKind == JsonValueKind.Null).ToList() ?? [])
            values!.Remove(key);

        return values ?? [];
    }
}
