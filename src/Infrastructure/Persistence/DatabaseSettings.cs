using AchieveApex.Application.Errors;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The setting <c>ConnectionStrings:Database</c>: absent is SQLite in <c>data</c>, <c>Data Source=…</c> SQLite, <c>Host=…</c> PostgreSQL.</summary>
internal sealed class DatabaseSettings
{
    private const string DefaultFile = "data/achieveapex.db";

    // Seconds that a request waits for a database that is lost, unless the setting says otherwise. One that hangs costs both: Npgsql asks
    // it to cancel over a new connection.
    private const int ConnectTimeout = 2;
    private const int CommandTimeout = 3;

    // Nor is it waited for what comes of that: the server has a limit of its own for a statement.
    private const int WithoutWaiting = -1;

    // SQLite's writers take turns, and the last of many waits longer than its place in the row.
    private const int TurnTimeout = 5;

    private DatabaseSettings(bool isPostgres, string connectionString, string dataFolder) =>
        (IsPostgres, ConnectionString, DataFolder) = (isPostgres, connectionString, dataFolder);

    public bool IsPostgres { get; }

    public string ConnectionString { get; }

    /// <summary>Where files are kept: beside the SQLite file.</summary>
    public string DataFolder { get; }

    /// <exception cref="SettingError">The setting is neither.</exception>
    public static DatabaseSettings From(string? setting)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(setting))
                return Sqlite(new() { DataSource = DefaultFile });
            if (setting.Contains("Host=", StringComparison.OrdinalIgnoreCase))
                return Postgres(setting);
            if (setting.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
                return Sqlite(new(setting));
        }
        catch (ArgumentException)
        {
            // Said below, without the text: it may hold a password.
        }

        throw new SettingError(
            "ConnectionStrings:Database must be 'Data Source=FILE' for SQLite or 'Host=…;Database=…;Username=…' for PostgreSQL."
        );
    }

    private static DatabaseSettings Sqlite(SqliteConnectionStringBuilder settings)
    {
        if (
            settings.Mode == SqliteOpenMode.Memory
            || settings.DataSource is "" or ":memory:"
            || settings.DataSource.StartsWith("file:", StringComparison.Ordinal)
        )
            throw new SettingError("ConnectionStrings:Database must name a file: Data Source=FILE.");

        settings.ForeignKeys = true;
        if (!settings.ShouldSerialize("Default Timeout"))
            settings.DefaultTimeout = TurnTimeout;
        var file = Path.GetFullPath(settings.DataSource);
        settings.DataSource = file;
        return new(false, settings.ConnectionString, Path.GetDirectoryName(file)!);
    }

    // Without automatic preparation PostgreSQL plans every statement anew.
    private static DatabaseSettings Postgres(string setting)
    {
        var settings = new NpgsqlConnectionStringBuilder(setting);
        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? 200 : settings.MaxAutoPrepare;
        // Which of several records was refused has to be known.
        settings.IncludeFailedBatchedCommand = true;
        settings.ApplicationName ??= "AchieveApex";
        if (!settings.ShouldSerialize("Timeout"))
            settings.Timeout = ConnectTimeout;
        if (!settings.ShouldSerialize("Command Timeout"))
            settings.CommandTimeout = CommandTimeout;
        // Asked for, it is tried first, and costs a server that hangs another timeout.
        if (!settings.ShouldSerialize("GSS Encryption Mode"))
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        if (!settings.ShouldSerialize("Cancellation Timeout"))
            settings.CancellationTimeout = WithoutWaiting;
        return new(true, settings.ConnectionString, Path.GetFullPath(Path.GetDirectoryName(DefaultFile)!));
    }
}
