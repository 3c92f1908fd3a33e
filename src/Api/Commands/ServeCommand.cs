using System.CommandLine;
using AchieveApex.Api.Hosting;

namespace AchieveApex.Api.Commands;

/// <summary><c>serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = $"Addresses to listen on, separated by ';' (default {Server.DefaultAddress})",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("serve", "Runs the server (the default).") { Urls };
        command.SetAction((parsed, cancellationToken) => Run(settings, parsed.GetValue(Urls), cancellationToken));
        return command;
    }

    private static async Task<int> Run(string[] settings, string? urls, CancellationToken cancellationToken)
    {
        string[] args = urls is null ? settings : [.. settings, $"--urls={urls}"];
        await using var app = Server.Build(args);
        await Tables.Prepare(app.Services, cancellationToken);
        var first = await FirstStartOf(app, cancellationToken);
        await app.StartAsync(cancellationToken);
        Screen.Show(app, first);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task<FirstStart?> FirstStartOf(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Bootstrap>().Run(cancellationToken);
    }
}
