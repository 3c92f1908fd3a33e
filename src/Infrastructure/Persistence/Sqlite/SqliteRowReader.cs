using System.Data.Common;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.Data.Sqlite;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>Reads on connections that stay open and keep their commands prepared, which the provider's own pool does not.</summary>
internal sealed class SqliteRowReader(DatabaseSettings settings) : IRowReader, IDisposable
{
    private const int MostIdle = 32;
    private readonly Lock turn = new();
    private readonly Stack<SqliteReadConnection> idle = new();
    private bool isDisposed;

    public Task<Found<TView>> Read<TView>(
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (transaction is not null)
            return Task.FromResult(ReadWithin((SqliteTransaction)transaction, plan, values, parts));

        var connection = Take();
        var found = default(Found<TView>);
        try
        {
            found = SqliteReadConnection.Read(connection.Command, plan, values, parts);
        }
        catch
        {
            connection.Dispose(); // who knows what is wrong with it
            throw;
        }

        GiveBack(connection);
        return Task.FromResult(found);
    }

    public void Dispose()
    {
        lock (turn)
        {
            isDisposed = true;
            foreach (var connection in idle)
                connection.Dispose();
            idle.Clear();
        }
    }

    private static Found<TView> ReadWithin<TView>(
        SqliteTransaction transaction,
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts
    )
    {
        List<SqliteCommand> commands = [];
        try
        {
            return SqliteReadConnection.Read(Command, plan, values, parts);
        }
        finally
        {
            commands.ForEach(command => command.Dispose());
        }

        SqliteCommand Command(Statement statement)
        {
            var command = SqliteReadConnection.Command(statement, transaction.Connection!);
            command.Transaction = transaction;
            commands.Add(command);
            return command;
        }
    }

    private SqliteReadConnection Take()
    {
        lock (turn)
            if (idle.TryPop(out var connection))
                return connection;

        return new(settings.ConnectionString);
    }

    private void GiveBack(SqliteReadConnection connection)
    {
        lock (turn)
            if (!isDisposed && idle.Count < MostIdle)
            {
                idle.Push(connection);
                return;
            }

        connection.Dispose();
    }
}
