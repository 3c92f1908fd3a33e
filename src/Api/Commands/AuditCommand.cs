using System.CommandLine;

namespace AchieveApex.Api.Commands;

/// <summary><c>audit verify</c>: reads every event again, and fails when one is not as it was written.</summary>
internal static class AuditCommand
{
    private static readonly Option<long?> Organization = new("--organization") { Description = "One organization's id (default: all)" };

    public static Command Create(string[] settings)
    {
        var verify = new Command(
            "verify",
            "Checks that no event was changed or taken out, and prints each organization's last hash, to be kept elsewhere."
        )
        {
            Organization,
        };
        verify.SetAction(
            (parsed, cancellationToken) =>
                Work.Run(
                    settings,
                    services => Verify(services.GetRequiredService<IEventLog>(), parsed.GetValue(Organization), cancellationToken),
                    cancellationToken
                )
        );
        return new Command("audit", "The audit log.") { verify };
    }

    private static async Task<int> Verify(IEventLog events, long? only, CancellationToken cancellationToken)
    {
        var failures = 0;
        foreach (var organization in only is { } one ? [one] : await events.Organizations(cancellationToken))
        {
            var state = await events.Verify(organization, cancellationToken);
            Console.WriteLine(
                state.Broken is { } broken
                    ? $"Organization {organization}: event {broken} was changed, or is missing; {state.Sound} before it are sound."
                    : $"Organization {organization}: {state.Sound} events are sound. The last hash is {state.Hash ?? "none"}."
            );
            failures += state.Broken is null ? 0 : 1;
        }

        return failures == 0 ? 0 : 1;
    }
}
