using AchieveApex.Api.Hosting;
using Spectre.Console;

namespace AchieveApex.Api.Commands;

/// <summary>What a person sees when the server has started, and what to do next.</summary>
internal static class Screen
{
    public static void Show(WebApplication app, FirstStart? first, bool isEmpty)
    {
        var address = app.Urls.First();
        AnsiConsole.MarkupLineInterpolated($"[bold]AchieveApex[/] listens on [link]{address}[/]   (Ctrl+C stops it)");
        if (first is not null)
            AnsiConsole.MarkupLineInterpolated(
                $"\nThe database was empty: organization [bold]{first.OrganizationId}[/] \"{first.OrganizationName}\" was created."
            );
        if (first?.ApiKey is { } key)
            ShowKey(address, first.OrganizationId, key);
        if (isEmpty)
            ShowCommands();
    }

    private static void ShowCommands() =>
        Console.WriteLine(
            """

            The database has no organization yet. With these commands of the same program it gets one, and a key:

              organization create --name "My company"
              api-key create --organization ID --email you@example.com

            """
        );

    // Written without markup and wrapping, so that it can be pasted.
    private static void ShowKey(string address, long organizationId, string key) =>
        Console.WriteLine(
            $$"""

            Its API key, shown once:

              {{key}}

            Try it:

            curl -X GET {{address}}/contacts \
              -H "x-api-key: {{key}}" \
              -H "Content-Type: application/json"

            curl -X POST {{address}}/contacts \
              -H "x-api-key: {{key}}" \
              -H "Content-Type: application/json" \
              -d '{
                "first_name": "Jane",
                "last_name": "Doe",
                "email": "jane@example.com",
                "organization_id": {{organizationId}}
              }'

            """
        );
}
