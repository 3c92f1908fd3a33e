using System.CommandLine;
using AchieveApex.Api.Documentation;
using AchieveApex.Api.Hosting;
using AchieveApex.Application.Resources.Custom;

namespace AchieveApex.Api.Commands;

/// <summary><c>openapi</c>: writes the API's description. It needs no database.</summary>
internal static class OpenApiCommand
{
    private static readonly Option<FileInfo?> Output = new("--output") { Description = "The file to write (default: the screen)" };

    public static Command Create(string[] settings)
    {
        var command = new Command("openapi", "Writes the API's description, OpenAPI 3.1.") { Output };
        command.SetAction((parsed, cancellationToken) => Run(settings, parsed.GetValue(Output), cancellationToken));
        return command;
    }

    private static async Task<int> Run(string[] settings, FileInfo? output, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(settings);
        var document = await app.Services.GetRequiredService<DocumentText>().Read(CustomFieldSets.None);
        output?.Directory!.Create();
        await using var stream = output?.Create() ?? Console.OpenStandardOutput();
        await stream.WriteAsync(document, cancellationToken);
        return 0;
    }
}
