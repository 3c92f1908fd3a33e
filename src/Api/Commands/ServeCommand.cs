using System.CommandLine;
using System.CommandLine.Parsing;
using AchieveApex.Api.Hosting;
using AchieveApex.Application.Organizations;

namespace AchieveApex.Api.Commands;

/// <summary><c>serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = $"Addresses to listen on, separated by ';' (default {Server.DefaultAddress})",
        Validators = { CheckAddresses },
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
        await Start(app, cancellationToken);
        Screen.Show(app, first, await IsEmpty(app, cancellationToken));
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task Start(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What was started already ends in order, without a word about it.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task<FirstStart?> FirstStartOf(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Bootstrap>().Run(cancellationToken);
    }

    private static async Task<bool> IsEmpty(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IOrganizationRegistry>().IsEmpty(cancellationToken);
    }

    private static void CheckAddresses(OptionResult result)
    {
        foreach (var address in result.Tokens.SelectMany(token => token.Value.Split(';', StringSplitOptions.RemoveEmptyEntries)))
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException)
            {
                result.AddError($"--urls: '{address}' is not an address like {Server.DefaultAddress}.");
            }
    }
}
