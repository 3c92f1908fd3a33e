using AchieveApex.Api.Hosting;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Commands;

/// <summary>Sees to it that the database's tables are up to date before anything works with them.</summary>
internal static class Tables
{
    /// <exception cref="SettingError">They are not, and it was not allowed to bring them up to date here.</exception>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancellationToken)
    {
        var schema = services.GetRequiredService<ISchema>();
        var mayUpdate = Settings.Read(services.GetRequiredService<IConfiguration>(), "Database", new StartSettings()).MigrateAtStart;
        if (schema.IsUpdatedAtStart || mayUpdate)
            await schema.Ensure(cancellationToken);
        else if ((await schema.Pending(cancellationToken)).Count > 0)
            throw new SettingError(
                "The database's tables are not up to date: run the command 'migrate', or set Database:MigrateAtStart=true."
            );
    }
}
