using System.Collections.Frozen;

namespace AchieveApex.Application.Resources;

/// <summary>Every resource of the program, found by scanning.</summary>
public sealed class ResourceCatalog(IEnumerable<Resource> resources)
{
    private readonly FrozenDictionary<Type, Resource> byRecord = resources.ToFrozenDictionary(resource => resource.Record);

    public IReadOnlyList<Resource> All => byRecord.Values;

    /// <summary>Those whose records keep values beside their built-in fields.</summary>
    public IEnumerable<Resource> WithCustomFields => All.Where(resource => !resource.Record.IsAssignableTo(typeof(IWrittenOnce)));

    /// <summary>The resource of a record type.</summary>
    public Resource Of(Type record) => byRecord[record];

    /// <summary>The resource with a name, which there has to be.</summary>
    public Resource Named(string name) => All.First(resource => resource.Name == name);

    /// <summary>Whether a record type has been given a name.</summary>
    public bool Knows(Type record) => byRecord.ContainsKey(record);
}
