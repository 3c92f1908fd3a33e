using AchieveApex.Api.Hosting;

namespace AchieveApex.Api.Commands;

/// <summary>What a person sees when the server has started, and what to do next.</summary>
internal static class Screen
{
    public static void Show(WebApplication app, FirstStart? first, bool isEmpty)
    {
        var address = app.Urls.First();
        // Plainly: what finds out about colors and widths costs the start more than it gives these lines.
        Console.WriteLine($"AchieveApex listens on {address}   (Ctrl+C stops it)");
        Console.WriteLine($"How to use it: {address}/docs");
        if (first is not null)
            Console.WriteLine($"\nThe database was empty: organization {first.OrganizationId} \"{first.OrganizationName}\" was created.");
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
