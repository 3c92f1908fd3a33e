using System.Reflection;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>A bound value is a parameter without a name, so that Npgsql need not look for names in the SQL.</summary>
internal sealed class PostgresDialect : Dialect
{
    private static readonly MethodInfo OneOf = MethodOf(nameof(One));
    private static readonly MethodInfo ArrayOf = MethodOf(nameof(Array));

    public override string IsAnyOf(string column, string array) => $"{column} = ANY({array})";

    public override string IsNoneOf(string column, string array) => $"{column} <> ALL({array})";

    // The function holds the organization itself. Words are letters and numbers, so nothing in them ends the quotes.
    public override string IsFound(string id, string table, string words) => $"{id} IN (SELECT {SearchFunctions.Of(table)}({words}))";

    public override object BindWords(object? words) =>
        new NpgsqlParameter<string>
        {
            NpgsqlDbType = NpgsqlDbType.Text,
            TypedValue = string.Join(" & ", ((IReadOnlyList<string>)words!).Select(word => $"'{word}':*")),
        };

    // Where nothing is null an index serves both directions as it is.
    public override string Order(string column, bool isDescending, bool isNullable) =>
        column
        + (isDescending ? " DESC" : "")
        + (
            !isNullable ? ""
            : isDescending ? " NULLS LAST"
            : " NULLS FIRST"
        );

    public override string Custom(string column, CustomFieldDefinition field)
    {
        var (type, value) = ($"jsonb_typeof({column} -> '{field.Key}')", $"{column} ->> '{field.Key}'");
        // The cast must not meet a value of another type, which only a CASE is sure to spare it.
        return field.ComparedAs == typeof(decimal) ? $"CASE {type} WHEN 'number' THEN ({value})::numeric END"
            : field.ComparedAs == typeof(bool) ? $"CASE {type} WHEN 'boolean' THEN ({value})::boolean END"
            : $"(CASE {type} WHEN 'string' THEN {value} END) COLLATE \"C\"";
    }

    public override ValueBinder BindOne(CustomFieldDefinition field) => Bind(OneOf, field);

    public override ValueBinder BindArray(CustomFieldDefinition field) => Bind(ArrayOf, field);

    private static ValueBinder Bind(MethodInfo method, CustomFieldDefinition field)
    {
        var type =
            field.ComparedAs == typeof(decimal) ? NpgsqlDbType.Numeric
            : field.ComparedAs == typeof(bool) ? NpgsqlDbType.Boolean
            : NpgsqlDbType.Text;
        Func<object?, object?> convert = value => field.Compared(value!);
        return (ValueBinder)method.MakeGenericMethod(field.ComparedAs).Invoke(null, [type, convert])!;
    }

    public override ValueBinder BindOne(RelationalTypeMapping mapping) => Bind(OneOf, mapping);

    public override ValueBinder BindArray(RelationalTypeMapping mapping) => Bind(ArrayOf, mapping);

    private static ValueBinder Bind(MethodInfo method, RelationalTypeMapping mapping)
    {
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return (ValueBinder)
            method
                .MakeGenericMethod(Nullable.GetUnderlyingType(type) ?? type)
                .Invoke(null, [TypeOf(mapping), mapping.Converter?.ConvertToProvider])!;
    }

    private static ValueBinder One<T>(NpgsqlDbType type, Func<object?, object?>? convert) =>
        value =>
            value is null
                ? new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value }
                : new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = (T)(convert is null ? value : convert(value)!) };

    private static ValueBinder Array<T>(NpgsqlDbType type, Func<object?, object?>? convert) =>
        values => new NpgsqlParameter<T[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | type,
            TypedValue = [.. ((IReadOnlyList<object>)values!).Select(value => (T)(convert is null ? value : convert(value)!))],
        };

    private static NpgsqlDbType TypeOf(RelationalTypeMapping mapping)
    {
        using var command = new NpgsqlCommand();
        return ((NpgsqlParameter)mapping.CreateParameter(command, "any", null, nullable: true)).NpgsqlDbType;
    }

    private static MethodInfo MethodOf(string name) =>
        typeof(PostgresDialect).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
