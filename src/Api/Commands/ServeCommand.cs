using System.CommandLine;
using System.Net.Sockets;
using AchieveApex.Api.Hosting;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Organizations;

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
        // The routes are made while the database's model is: either takes a good part of the start.
        var routes = Task.Run(() => MakeRoutes(app), cancellationToken);
        await Tables.Prepare(app.Services, cancellationToken);
        await routes;
        var first = await FirstStartOf(app, cancellationToken);
        await Listen(app, cancellationToken);
        Screen.Show(app, first, await IsEmpty(app, cancellationToken));
        LeaveTheStartBehind();
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    // What building the model, the routes and the mappings left is given back, or it would stay until there is a load.
    private static void LeaveTheStartBehind() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

    private static int MakeRoutes(IEndpointRouteBuilder app) => app.DataSources.Sum(source => source.Endpoints.Count);

    private static async Task<FirstStart?> FirstStartOf(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Bootstrap>().Run(cancellationToken);
        }
        catch (Exception error) when (app.Services.GetRequiredService<IOutages>().Caused(error))
        {
            throw new SettingError($"The database cannot be used ({error.GetBaseException().Message}). Check that nobody else holds it.");
        }
    }

    private static async Task<bool> IsEmpty(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IOrganizationRegistry>().IsEmpty(cancellationToken);
    }

    private static async Task Listen(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception error) when (IsAboutTheAddress(error))
        {
            await app.StopAsync(CancellationToken.None); // what was started already ends in order
            throw new SettingError($"The server cannot listen ({error.Message}). Choose another address with --urls.");
        }
    }

    private static bool IsAboutTheAddress(Exception error) =>
        error
            is IOException
                or SocketException
                or FormatException
                or ArgumentException
                or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" };
}
