using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.Data.Sqlite;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>A connection that only reads, with the commands that it prepared.</summary>
internal sealed class SqliteReadConnection : IDisposable
{
    private const int MostCommands = 100;
    private readonly SqliteConnection connection;
    private readonly Dictionary<Statement, SqliteCommand> commands = new(ReferenceEqualityComparer.Instance);

    public SqliteReadConnection(string connectionString)
    {
        connection = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            TextFunctions.Add(connection);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = on";
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs the parts of a plan by commands that somebody keeps or makes.</summary>
    public static Found<TView> Read<TView>(
        Func<Statement, SqliteCommand> commandOf,
        ReadPlan<TView> plan,
        IReadOnlyList<object> values,
        ReadParts parts
    )
    {
        List<TView> rows = [];
        if (parts.HasFlag(ReadParts.Rows))
        {
            using var reader = Run(commandOf(plan.Rows), plan.Rows, values);
            while (reader.Read())
                rows.Add(plan.View(reader));
        }

        if (!parts.HasFlag(ReadParts.Total))
            return new(rows, null);

        using var total = Run(commandOf(plan.Total), plan.Total, values);
        return new(rows, total.Read() ? total.GetInt64(0) : null);
    }

    /// <summary>A new command, without values.</summary>
    public static SqliteCommand Command(Statement statement, SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 1; i <= statement.Binders.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    /// <summary>The command that is kept for a statement.</summary>
    public SqliteCommand Command(Statement statement)
    {
        if (commands.TryGetValue(statement, out var kept))
            return kept;

        if (commands.Count >= MostCommands)
            Forget();

        var command = Command(statement, connection);
        command.Prepare();
        commands.Add(statement, command);
        return command;
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    /// <summary>Runs a command with values.</summary>
    public static SqliteDataReader Run(SqliteCommand command, Statement statement, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < statement.Binders.Count; i++)
            command.Parameters[i].Value = statement.Binders[i](values[i]);
        return command.ExecuteReader();
    }

    private void Forget()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        commands.Clear();
    }
}
