using AchieveApex.Api.Hosting;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Commands;

/// <summary>Runs a command's work with the server's settings and services, beside a server or without one.</summary>
internal static class Work
{
    /// <summary>Work on the data: the tables are up to date before it begins.</summary>
    public static Task<T> Run<T>(string[] settings, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken) =>
        RunOnAnyTables(
            settings,
            async services =>
            {
                await Tables.Prepare(services, cancellationToken);
                return await work(services);
            }
        );

    /// <summary>Work on the tables themselves.</summary>
    public static async Task<T> RunOnAnyTables<T>(string[] settings, Func<IServiceProvider, Task<T>> work)
    {
        // The server's builder, so that every setting is read as the server reads it.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Services.AddAchieveApex(builder.Configuration, builder.Environment);
        await using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider);
        }
        catch (Exception error) when (host.Services.GetRequiredService<IOutages>().Caused(error))
        {
            throw new SettingError($"The database cannot be used ({error.GetBaseException().Message}).");
        }
    }
}
