using System.Reflection;
using System.Text.Json;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The fields of one view of an entity: all can be selected, those that are plain columns can be filtered and sorted by.</summary>
internal sealed class QueryFields<TEntity>
    where TEntity : class
{
    private readonly Dictionary<string, QueryField<TEntity>?> fields = new(StringComparer.Ordinal);

    private QueryFields(Type view)
    {
        foreach (var property in view.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            var stored = typeof(TEntity).GetProperty(property.Name);
            // What is shown in another form than it is stored cannot be held against a value that was shown.
            fields[name] = stored?.PropertyType == property.PropertyType ? QueryField<TEntity>.Of(name, stored) : null;
        }

        Names = [.. fields.Keys];
        Id =
            QueryField<TEntity>.Of("id", typeof(TEntity).GetProperty("Id"))
            ?? throw new InvalidOperationException($"{typeof(TEntity)} cannot be listed: it has no Id to sort by.");
        NewestFirst = [Id.Descending];
    }

    /// <summary>Every name, in the view's order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The last key of every sort, whether or not the view shows it.</summary>
    public QueryField<TEntity> Id { get; }

    /// <summary>The order of a query that asks for none.</summary>
    public IReadOnlyList<SortKey<TEntity>> NewestFirst { get; }

    public static QueryFields<TEntity> Of<TView>() => Seen<TView>.Fields;

    /// <summary>Those that can be filtered and sorted by, in the view's order.</summary>
    public IEnumerable<QueryField<TEntity>> All => fields.Values.OfType<QueryField<TEntity>>();

    /// <summary>A field to filter or sort by, or 400.</summary>
    public QueryField<TEntity> Find(string name) =>
        fields.TryGetValue(name, out var field)
            ? field ?? throw new BadRequest($"Field {Quoted.Name(name)} cannot be filtered or sorted by.")
            : throw Unknown(name);

    /// <summary>The names to show, in the view's order, or 400.</summary>
    public IReadOnlyList<string> Select(IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (!fields.ContainsKey(name))
                throw Unknown(name);

        return [.. Names.Where(names.Contains)];
    }

    private BadRequest Unknown(string name) => new($"Unknown field {Quoted.Name(name)}.{NearestName.Hint(name, Names)}");

    private static class Seen<TView>
    {
        public static readonly QueryFields<TEntity> Fields = new(typeof(TView));
    }
}
