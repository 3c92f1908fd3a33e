namespace AchieveApex.Api.Hosting;

/// <summary>The settings <c>Database:*</c>.</summary>
internal sealed class StartSettings
{
    /// <summary>Whether the server brings the tables up to date before it serves. The embedded database always does.</summary>
    public bool MigrateAtStart { get; set; }
}
