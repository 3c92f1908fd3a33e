using AchieveApex.Application.Errors;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The setting <c>ConnectionStrings:Database</c>: absent is SQLite in <c>data</c>, <c>Data Source=…</c> SQLite, <c>Host=…</c> PostgreSQL.</summary>
internal sealed class DatabaseSettings
{
    private const string DefaultFile = "data/achieveapex.db";

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
                return Postgres(new(setting));
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
        settings.ForeignKeys = true;
        var file = Path.GetFullPath(settings.DataSource);
        settings.DataSource = file;
        return new(false, settings.ConnectionString, Path.GetDirectoryName(file)!);
    }

    // Without automatic preparation PostgreSQL plans every statement anew.
    private static DatabaseSettings Postgres(NpgsqlConnectionStringBuilder settings)
    {
        settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? 200 : settings.MaxAutoPrepare;
        settings.ApplicationName ??= "AchieveApex";
        return new(true, settings.ConnectionString, Path.GetFullPath(Path.GetDirectoryName(DefaultFile)!));
    }
}
