using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;
using Npgsql;
using NpgsqlTypes;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>Streams records by COPY, as the tables' owner: PostgreSQL refuses COPY to a role under row-level security.</summary>
internal sealed class PostgresBulkWriter(DatabaseSettings settings, ModelParts model, Stamp stamp) : IBulkWriter
{
    public async Task<int> Add<T>(IEnumerable<NewRecord<T>> records, CancellationToken cancellationToken)
        where T : Record
    {
        await using var db = new PostgresDb(Contexts.PostgresOwner(settings));
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var table = model.Of(RecordTable<T>.Make);
        var columns = table.Inserted.Select(column => (Column: column, Type: TypeOf(column, connection))).ToArray();
        var names = string.Join(", ", columns.Select(column => column.Column.Name));

        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table.Type.GetTableName()} ({names}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        foreach (var (record, createdAt) in records)
        {
            stamp.Added(record, createdAt);
            await copy.StartRowAsync(cancellationToken);
            foreach (var (column, type) in columns)
                if (column.StoredValueOf(record) is { } value)
                    await copy.WriteAsync(value, type, cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
        }

        return (int)await copy.CompleteAsync(cancellationToken);
    }

    private static NpgsqlDbType TypeOf(RecordColumn column, NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        return ((NpgsqlParameter)column.Mapping.CreateParameter(command, column.Name, null, nullable: true)).NpgsqlDbType;
    }
}
