using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Describing;

/// <summary>What may be asked in a query.</summary>
/// <param name="Record">The record's type.</param>
/// <param name="Use">What the query is for, and so which parameters it may have.</param>
/// <param name="Names">What <c>$select</c> takes.</param>
/// <param name="Fields">What can be filtered and sorted by.</param>
/// <param name="IsSearched">Whether <c>$search</c> finds words.</param>
public sealed record QueryDescription(
    Type Record,
    QueryUse Use,
    IReadOnlyList<string> Names,
    IReadOnlyList<FieldDescription> Fields,
    bool IsSearched
)
{
    internal static QueryDescription Of(Type record, Type view, QueryUse use)
    {
        var of = ((Func<QueryUse, QueryDescription>)Of<object, object>).Method.GetGenericMethodDefinition();
        return (QueryDescription)of.MakeGenericMethod(record, view).Invoke(null, [use])!;
    }

    private static QueryDescription Of<TRecord, TView>(QueryUse use)
        where TRecord : class
    {
        var fields = QueryFields<TRecord>.Of<TView>();
        return new(
            typeof(TRecord),
            use,
            fields.Names,
            [.. fields.All.Select(field => new FieldDescription(field.Name, field.Property.Name, TypeOf(field), OperatorsOf(field)))],
            SearchText.IsKeptOf(typeof(TRecord))
        );
    }

    private static Type TypeOf<TRecord>(QueryField<TRecord> field) =>
        Nullable.GetUnderlyingType(field.Property.PropertyType) ?? field.Property.PropertyType;

    private static string[] OperatorsOf<TRecord>(QueryField<TRecord> field) => [.. OperatorNames.For(field.Type)];
}

/// <summary>A field that can be filtered and sorted by.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Property">The record's property.</param>
/// <param name="Type">The type of its values, not nullable.</param>
/// <param name="Operators">The operators that it takes besides equality, for example <c>$in</c>.</param>
public sealed record FieldDescription(string Name, string Property, Type Type, IReadOnlyList<string> Operators);
