using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Commands;

/// <summary>The program's command line. Without a command it serves. Every command takes the settings, as <c>--Section:Name=value</c>.</summary>
internal static partial class CommandLine
{
    private const int Failure = 1;

    public static async Task<int> Run(string[] args)
    {
        var settings = args.Where(IsSetting).ToArray();
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            var parsed = Root(settings).Parse([.. args.Where(argument => !IsSetting(argument))]);
            return parsed.Action is ParseErrorAction ? throw Misspelt(args, parsed) : await parsed.InvokeAsync(invocation);
        }
        catch (Exception error) when (Explain(error) is { } line)
        {
            await Console.Error.WriteLineAsync(LineBreaks().Replace(line, " "));
            return Failure;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var serve = ServeCommand.Create(settings);
        var root = new RootCommand(
            "AchieveApex: a multi-tenant CRM behind one API. Settings: --Section:Name=value, or Section__Name in the environment."
        )
        {
            serve,
            MigrateCommand.Create(settings),
            OrganizationCommand.Create(settings),
            ApiKeyCommand.Create(settings),
            AuditCommand.Create(settings),
            SeedCommand.Create(settings),
            OpenApiCommand.Create(settings),
        };
        root.Action = serve.Action;
        foreach (var option in serve.Options)
            root.Options.Add(option);

        return root;
    }

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.IndexOf(':', StringComparison.Ordinal) is var colon and > 2
        && argument.IndexOf('=', StringComparison.Ordinal) > colon;

    // What follows a setting's name, after an '=' or a space, may be a secret.
    private static SettingError Misspelt(string[] args, ParseResult parsed) =>
        args.Any(argument => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains(':') && !argument.Contains('='))
            ? new("A setting is written --Section:Name=value, with an equals sign.")
            : new($"{string.Join(" ", parsed.Errors.Select(error => Values().Replace(error.Message, "=…")))} Try --help.");

    // What a person can mend is said in a line; everything else is a fault of the program and shows where.
    private static string? Explain(Exception error) =>
        error switch
        {
            SettingError => error.Message,
            ApiError { Errors: { } errors } => string.Join("; ", errors.Select(field => $"{field.Key} {string.Join(", ", field.Value)}")),
            ApiError => error.Message,
            _ => error.InnerException is { } cause ? Explain(cause) : null,
        };

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreaks();

    [GeneratedRegex("=[^']*")]
    private static partial Regex Values();
}
