using System.CommandLine;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Organizations;

namespace AchieveApex.Api.Commands;

/// <summary><c>api-key create</c> and <c>api-key generate</c>: print a key alone.</summary>
internal static class ApiKeyCommand
{
    private static readonly Option<long> Organization = new("--organization") { Description = "The organization's id", Required = true };
    private static readonly Option<string> Email = new("--email")
    {
        Description = "The user; added as a member when missing",
        Required = true,
    };
    private static readonly Option<string> Name = new("--name")
    {
        Description = "What the key is for",
        DefaultValueFactory = _ => "Command line",
    };
    private static readonly Option<string?> Role = new("--role")
    {
        Description = "The role of the member; one who is added is an owner by default",
    };
    private static readonly Option<string?> Scopes = new("--scopes")
    {
        Description = "What the key may do, separated by commas: contacts:view,deals:* (default: everything that its user may)",
    };
    private static readonly Option<bool> AllowBulk = new("--allow-bulk")
    {
        Description = "Lets the key change and remove many records by one query",
    };
    private static readonly Option<string?> ExpiresIn = new("--expires-in") { Description = "For example 12h, 30d or 8w (default: never)" };

    public static Command Create(string[] settings)
    {
        var create = new Command("create", "Makes a key and prints it alone. It cannot be shown again.")
        {
            Organization,
            Email,
            Name,
            Role,
            Scopes,
            AllowBulk,
            ExpiresIn,
        };
        create.SetAction(
            async (parsed, cancellationToken) =>
            {
                Console.WriteLine(await Work.Run(settings, services => Make(services, parsed, cancellationToken), cancellationToken));
                return 0;
            }
        );
        var generate = new Command("generate", "Prints a new key without storing it, for Bootstrap:ApiKey.");
        generate.SetAction(_ => Console.WriteLine(KeyText.Generate()));
        return new Command("api-key", "API keys.") { create, generate };
    }

    private static async Task<string> Make(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var expiry = parsed.GetValue(ExpiresIn) is { } text
            ? services.GetRequiredService<TimeProvider>().GetUtcNow() + Duration.Parse(text)
            : (DateTimeOffset?)null;
        var mediator = services.GetRequiredService<IMediator>();
        await mediator.Send(new EnterOrganization(parsed.GetValue(Organization)), cancellationToken);
        // A key that is refused leaves no member behind.
        return await services.GetRequiredService<IDatabase>().InTransaction(Create, cancellationToken);

        async Task<string> Create()
        {
            var member = new EnsureMember(parsed.GetRequiredValue(Email), parsed.GetValue(Role));
            var fields = new NewApiKeyFields(await mediator.Send(member, cancellationToken))
            {
                Name = parsed.GetValue(Name),
                AllowBulk = parsed.GetValue(AllowBulk),
                ExpiresAt = expiry,
                Scopes = parsed.GetValue(Scopes)?.Split(',', StringSplitOptions.TrimEntries),
            };
            return (await mediator.Send(new CreateApiKey(fields), cancellationToken)).Key!;
        }
    }
}
