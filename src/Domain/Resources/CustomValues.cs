using System.Text.Json;

namespace AchieveApex.Domain.Resources;

/// <summary>Values by key, each a JSON scalar or a list of strings, in the order of their keys on every database.</summary>
public sealed class CustomValues() : SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
