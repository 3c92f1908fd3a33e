using System.Text.Json;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Custom;

/// <summary>The fields that an organization added to one kind of record, at least one.</summary>
public sealed class CustomFieldSet(IEnumerable<CustomFieldDefinition> definitions)
{
    private readonly OrderedDictionary<string, CustomFieldDefinition> byKey = new(
        definitions.Select(field => KeyValuePair.Create(field.Key, field)),
        StringComparer.Ordinal
    );

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<CustomFieldDefinition> All => byKey.Values;

    /// <summary>Every name, as queries have it.</summary>
    public IEnumerable<string> Names => byKey.Values.Select(definition => definition.Name);

    /// <summary>A field by its name in a query; null when there is none.</summary>
    public CustomFieldDefinition? Find(string name) =>
        name.StartsWith(CustomFieldDefinition.Prefix, StringComparison.Ordinal)
            ? byKey.GetValueOrDefault(name[CustomFieldDefinition.Prefix.Length..])
            : null;

    /// <summary>The keys that nobody may take away.</summary>
    public IEnumerable<string> Required => byKey.Values.Where(definition => definition.IsRequired).Select(definition => definition.Key);

    /// <summary>
    /// Holds values that are about to be stored against the definitions. What was stored before and stays is not looked at: a definition
    /// may have become stricter since.
    /// </summary>
    /// <param name="values">All values of the record; they are brought into the form in which they are stored.</param>
    /// <param name="before">Those that are stored; null when the record is new.</param>
    /// <exception cref="BadRequest">All problems at once, each on its field.</exception>
    public void Check(CustomValues values, CustomValues? before)
    {
        if (ReferenceEquals(values, before))
            return;

        var problems = new Dictionary<string, string[]>();
        foreach (var (key, value) in values.ToList())
            if (before?.TryGetValue(key, out var stored) == true && JsonElement.DeepEquals(stored, value))
                continue;
            else if (ProblemOf(key, value) is { } problem)
                problems[CustomFieldDefinition.Prefix + key] = [problem];
            else
                values[key] = byKey[key].Stored(value);

        foreach (var field in byKey.Values.Where(field => field.IsRequired && !values.ContainsKey(field.Key)))
            if (before is null || before.ContainsKey(field.Key))
                problems[field.Name] = ["is required"];

        if (problems.Count > 0)
            throw BadRequest.Invalid(problems);
    }

    /// <summary>What is wrong with a value under a key; null when nothing is.</summary>
    public string? ProblemOf(string key, JsonElement value) =>
        byKey.TryGetValue(key, out var field) ? field.ProblemOf(value)
        : NearestName.Of(key, byKey.Keys) is { } nearest ? $"is not a known custom field; did you mean '{nearest}'?"
        : "is not a known custom field";
}
