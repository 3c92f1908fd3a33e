using System.Data.Common;
using System.Globalization;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AchieveApex.Api.Tests;

/// <summary>The database behind the program's back, as the tables' owner: no filter and no row-level security.</summary>
internal sealed class RawDatabase(TestApi api)
{
    public Task<int> Execute(string sql) => Run(sql, command => command.ExecuteNonQueryAsync());

    /// <summary>Every row, as text: one line a row, columns by name.</summary>
    public Task<List<string>> Rows(string sql, params string[] without) =>
        Run(
            sql,
            async command =>
            {
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                while (await reader.ReadAsync())
                    rows.Add(Line(reader, without));
                return rows;
            }
        );

    public Task<T?> Scalar<T>(string sql) =>
        Run(
            sql,
            async command =>
                await command.ExecuteScalarAsync() is { } value and not DBNull
                    ? (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture)
                    : default
        );

    /// <summary>Everything that an organization owns, without what is written later: when keys were used, and the seals of events.</summary>
    public async Task<string> Of(long organization)
    {
        var rows = new List<string>();
        foreach (var table in await OwnedTables())
            rows.AddRange(
                await Rows(
                    $"select '{table}' as t, x.* from {table} x where organization_id = {organization}",
                    "last_used_at",
                    "last_used_ip",
                    "sequence",
                    "hash"
                )
            );
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    /// <summary>The tables of the model whose rows belong to an organization.</summary>
    public Task<IReadOnlyList<string>> OwnedTables() => Tables(type => type.FindProperty("OrganizationId") is not null);

    /// <summary>Those of resources.</summary>
    public Task<IReadOnlyList<string>> RecordTables() => Tables(type => type.ClrType.IsSubclassOf(typeof(Record)));

    private Task<IReadOnlyList<string>> Tables(Func<IEntityType, bool> which) =>
        Model(model => (IReadOnlyList<string>)[.. model.GetEntityTypes().Where(which).Select(type => type.GetTableName()!)]);

    public Task<T> Model<T>(Func<IModel, T> read) =>
        api.Do(services => Task.FromResult(read(services.GetRequiredService<AchieveApexDb>().Model)));

    private async Task<T> Run<T>(string sql, Func<DbCommand, Task<T>> work)
    {
        await using DbConnection connection =
            api is PostgresApi
                ? new NpgsqlConnection(api.ConnectionString)
                : new SqliteConnection($"{api.ConnectionString};Foreign Keys=True");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await work(command);
    }

    private static string Line(DbDataReader reader, string[] without) =>
        string.Join(
            '|',
            Enumerable
                .Range(0, reader.FieldCount)
                .Where(column => !without.Contains(reader.GetName(column)))
                .Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}")
        );

    private static string? Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
