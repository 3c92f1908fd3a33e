using System.Buffers.Text;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>
/// A place in a sorted list: after a record, by what that record has in the keys of the sort. It outlives the record. To clients it is opaque;
/// it holds nothing that the page did not show, and grants nothing: the organization's filter and the query's conditions hold as ever.
/// </summary>
internal static partial class Cursor
{
    private const string Version = "1";

    /// <summary>The place after a record, as <c>$cursor</c> takes it.</summary>
    public static string After<TEntity, TView>(TView record, IReadOnlyList<SortKey<TEntity>> sort)
    {
        IEnumerable<string?> values = sort.Select(key =>
            key.Field.Custom is { } custom ? custom.TextIn((record as RecordView)!.CustomFields)
            : Shown<TView>.Fields[key.Field.Name](record) is { } value ? FieldType.Write(value)
            : null
        );
        string?[] parts = [Version, Order(sort), .. values];
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Short(JsonSerializer.Serialize(parts, WireFormat.Options))));
    }

    /// <summary>What the records behind a place meet, in parts of which each follows the one before, or 400.</summary>
    public static IReadOnlyList<Condition<TEntity>> Read<TEntity>(string text, IReadOnlyList<SortKey<TEntity>> sort)
    {
        var parts = Decode(text);
        if (parts is not [Version, { } order, .. var values])
            throw Malformed();
        if (order != Order(sort))
            throw new BadRequest(
                "'$cursor' belongs to another $sort, or to another list. Keep $sort as it was, or start again without $cursor."
            );
        if (values.Length != sort.Count)
            throw Malformed();

        return Keyset.After([.. sort.Zip(values, (key, value) => Part(key, value))]);
    }

    // The serializer writes an emoji as two escapes, three times as long as the character.
    private static string Short(string json) =>
        json.Contains("\\u", StringComparison.Ordinal) ? SurrogatePair().Replace(json, pair => Regex.Unescape(pair.Value)) : json;

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex SurrogatePair();

    private static KeysetPart<TEntity> Part<TEntity>(SortKey<TEntity> key, string? text)
    {
        var value = text is null ? null : key.Field.ReadStored(text) ?? throw Malformed();
        return value is null && !key.Field.IsNullable ? throw Malformed() : new(key.Field, key.IsDescending, value);
    }

    private static string?[] Decode(string text)
    {
        if (text.Length > QueryLimits.Cursor || !Base64Url.IsValid(text))
            throw Malformed();

        try
        {
            return JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text), WireFormat.Options) ?? throw Malformed();
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw Malformed();
        }
    }

    private static string Order<TEntity>(IReadOnlyList<SortKey<TEntity>> sort) =>
        $"{typeof(TEntity).Name} {string.Join(' ', sort.Select(key => key.IsDescending ? $"-{key.Field.Name}" : key.Field.Name))}";

    private static BadRequest Malformed() =>
        new("'$cursor' is not a place in this list. Take the address of the next page from the header Link as it is.");

    private static class Shown<TView>
    {
        public static readonly FrozenDictionary<string, Func<TView, object?>> Fields = typeof(TView)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToFrozenDictionary(property => WireFormat.NameOf(property.Name), Getter);

        private static Func<TView, object?> Getter(PropertyInfo property)
        {
            var view = Expression.Parameter(typeof(TView));
            return Expression
                .Lambda<Func<TView, object?>>(Expression.Convert(Expression.Property(view, property), typeof(object)), view)
                .Compile();
        }
    }
}
