using System.Collections.Frozen;

namespace AchieveApex.Application.Resources.Custom;

/// <summary>The fields that an organization added to its records.</summary>
/// <param name="sets">By record type.</param>
public sealed class CustomFieldSets(IEnumerable<KeyValuePair<Type, CustomFieldSet>> sets)
{
    private readonly FrozenDictionary<Type, CustomFieldSet> byRecord = sets.ToFrozenDictionary();

    /// <summary>None on any record.</summary>
    public static CustomFieldSets None { get; } = new([]);

    public IReadOnlyDictionary<Type, CustomFieldSet> All => byRecord;

    /// <summary>Those of one kind of record; null when there are none, and anything can be kept there.</summary>
    public CustomFieldSet? Of(Type record) => byRecord.Count == 0 ? null : byRecord.GetValueOrDefault(record);
}
