using System.Reflection;
using System.Text.Json;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Custom;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>
/// The fields of one view of an entity: all can be selected, those that are plain columns can be filtered and sorted by, and so can what an
/// organization added.
/// </summary>
internal sealed class QueryFields<TEntity>
    where TEntity : class
{
    private readonly Dictionary<string, QueryField<TEntity>?> fields;
    private readonly CustomFieldSet? custom;

    private QueryFields(Type view)
    {
        fields = new(StringComparer.Ordinal);
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

    private QueryFields(QueryFields<TEntity> own, CustomFieldSet custom) =>
        (fields, this.custom, Names, Id, NewestFirst) = (own.fields, custom, own.Names, own.Id, own.NewestFirst);

    /// <summary>Every name that is the same in all organizations, in the view's order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The last key of every sort, whether or not the view shows it.</summary>
    public QueryField<TEntity> Id { get; }

    /// <summary>The order of a query that asks for none.</summary>
    public IReadOnlyList<SortKey<TEntity>> NewestFirst { get; }

    /// <param name="custom">What the organization added; null when it added nothing.</param>
    public static QueryFields<TEntity> Of<TView>(CustomFieldSet? custom = null) =>
        custom is null ? Seen<TView>.Fields : new(Seen<TView>.Fields, custom);

    /// <summary>Those that can be filtered and sorted by, in the view's order.</summary>
    public IEnumerable<QueryField<TEntity>> All => fields.Values.OfType<QueryField<TEntity>>();

    /// <summary>A field to filter or sort by, or 400.</summary>
    public QueryField<TEntity> Find(string name) =>
        fields.TryGetValue(name, out var field) ? field ?? throw Opaque(name)
        : custom?.Find(name) is { } defined ? QueryField<TEntity>.Of(defined) ?? throw Opaque(name)
        : throw Unknown(name);

    /// <summary>The names to show, in the view's order, or 400.</summary>
    public IReadOnlyList<string> Select(IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (!fields.ContainsKey(name) && custom?.Find(name) is null)
                throw Unknown(name);

        return [.. Known.Where(names.Contains)];
    }

    private IEnumerable<string> Known => Names.Concat(custom?.Names ?? []);

    private static BadRequest Opaque(string name) => new($"Field {Quoted.Name(name)} cannot be filtered or sorted by.");

    private BadRequest Unknown(string name) => new($"Unknown field {Quoted.Name(name)}.{NearestName.Hint(name, Known)}");

    private static class Seen<TView>
    {
        public static readonly QueryFields<TEntity> Fields = new(typeof(TView));
    }
}
