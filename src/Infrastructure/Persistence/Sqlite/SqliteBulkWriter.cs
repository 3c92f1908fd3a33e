using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>Runs one prepared insert again and again in one transaction.</summary>
internal sealed class SqliteBulkWriter(DatabaseSettings settings, ModelParts model, Stamp stamp) : IBulkWriter
{
    public async Task<int> Add<T>(IEnumerable<NewRecord<T>> records, CancellationToken cancellationToken)
        where T : Record
    {
        await using var db = new SqliteDb(Contexts.Sqlite(settings));
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;

        var table = model.Of(RecordTable<T>.Make);
        var columns = table.Inserted;
        insert.CommandText =
            $"INSERT INTO {table.Type.GetTableName()} ({string.Join(", ", columns.Select(column => column.Name))}) "
            + $"VALUES ({string.Join(", ", columns.Select(column => $"${column.Name}"))})";
        foreach (var column in columns)
            insert.Parameters.Add(column.Mapping.CreateParameter(insert, $"${column.Name}", null, nullable: true));
        await insert.PrepareAsync(cancellationToken);

        var count = 0;
        foreach (var (record, createdAt) in records)
        {
            stamp.Added(record, createdAt);
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
                insert.Parameters[i].Value = columns[i].StoredValueOf(record) ?? DBNull.Value;
            count += await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return count;
    }
}
