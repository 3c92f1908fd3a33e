using System.Collections.Frozen;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>What is kept of a record to search it by: the words of every text that its view shows, if its resource says that it is searched.</summary>
public static class SearchText
{
    /// <summary>Stands before the organization's id, which is the first word. No word of a text holds it.</summary>
    public const char OrganizationMark = '¤';

    private static readonly FrozenDictionary<Type, Func<Record, string?>[]> Texts = Find();

    /// <summary>Whether records of a type can be searched.</summary>
    public static bool IsKeptOf(Type record) => Texts.ContainsKey(record);

    /// <summary>The words, with a space between two: first the organization's, so that others' are never found with it.</summary>
    public static string Of(Record record, long organization)
    {
        var texts = Texts[record.GetType()].Select(text => text(record));
        var words = SearchWords.Of(string.Join(' ', texts));
        return string.Create(CultureInfo.InvariantCulture, $"{OrganizationMark}{organization} {string.Join(' ', words)}").TrimEnd();
    }

    private static FrozenDictionary<Type, Func<Record, string?>[]> Find()
    {
        var types = typeof(Resource).Assembly.GetTypes().Where(type => type is { IsAbstract: false }).ToList();
        var lists = types.Select(type => type.ClosedBase(typeof(List<,>))).OfType<Type>().ToLookup(list => list.GenericTypeArguments[0]);
        return types
            .Where(type => type.IsSubclassOf(typeof(Resource)))
            .Select(type => (Resource)Activator.CreateInstance(type, nonPublic: true)!)
            .Where(resource => resource.IsSearched)
            .ToFrozenDictionary(
                resource => resource.Record,
                resource => TextsOf(resource.Record, lists[resource.Record].Single().GenericTypeArguments[1])
            );
    }

    private static Func<Record, string?>[] TextsOf(Type record, Type view) =>
        [
            .. view.GetProperties()
                .Select(shown => record.GetProperty(shown.Name))
                .Where(property => property?.PropertyType == typeof(string))
                .Select(property => Getter(property!)),
        ];

    private static Func<Record, string?> Getter(PropertyInfo property)
    {
        var record = Expression.Parameter(typeof(Record));
        return Expression
            .Lambda<Func<Record, string?>>(Expression.Property(Expression.Convert(record, property.DeclaringType!), property), record)
            .Compile();
    }
}
