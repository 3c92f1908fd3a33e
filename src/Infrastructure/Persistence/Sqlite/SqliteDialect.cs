using System.Text.Json;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>A bound value is what the column holds; an array is passed as JSON, so that one statement serves arrays of any length.</summary>
internal sealed class SqliteDialect : Dialect
{
    public override string IsAnyOf(string column, string array) => $"{column} IN (SELECT value FROM json_each({array}))";

    public override string IsNoneOf(string column, string array) => $"{column} NOT IN (SELECT value FROM json_each({array}))";

    // Words are letters and numbers, so nothing in them ends the quotes.
    public override string IsFound(string id, string table, string words) =>
        $"{id} IN (SELECT rowid FROM {SearchIndex.Of(table)} WHERE {SearchIndex.Of(table)} MATCH '\"{SearchText.OrganizationMark}' || $1 || '\" AND ' || {words})";

    public override object BindWords(object? words) =>
        string.Join(" AND ", ((IReadOnlyList<string>)words!).Select(word => $"\"{word}\" *"));

    public override string Order(string column, bool isDescending, bool isNullable) => column + (isDescending ? " DESC" : "");

    public override string Custom(string column, CustomFieldDefinition field)
    {
        var (type, value) = ($"json_type({column}, '$.{field.Key}')", $"{column} ->> '{field.Key}'");
        return field.ComparedAs == typeof(decimal) ? $"CASE WHEN {type} IN ('integer', 'real') THEN CAST({value} AS REAL) END"
            : field.ComparedAs == typeof(bool) ? $"CASE {type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END"
            : $"CASE {type} WHEN 'text' THEN {value} END";
    }

    // A number of a custom field has so few digits that binary ones are in the same order.
    public override ValueBinder BindOne(CustomFieldDefinition field) =>
        value => field.Compared(value!) is var compared && compared is decimal number ? (double)number : compared;

    public override ValueBinder BindArray(CustomFieldDefinition field)
    {
        var bind = BindOne(field);
        return values => JsonSerializer.Serialize(((IReadOnlyList<object>)values!).Select(value => bind(value)));
    }

    public override ValueBinder BindOne(RelationalTypeMapping mapping) =>
        mapping.Converter is { } converter ? value => converter.ConvertToProvider(value) ?? DBNull.Value : value => value ?? DBNull.Value;

    public override ValueBinder BindArray(RelationalTypeMapping mapping)
    {
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        if (type != typeof(string) && type != typeof(long) && type != typeof(int) && type != typeof(bool))
            throw new NotSupportedException($"JSON does not hold {type.Name} as SQLite does: $in cannot be used on it.");

        var bind = BindOne(mapping);
        return values => JsonSerializer.Serialize(((IReadOnlyList<object>)values!).Select(value => bind(value)));
    }
}
