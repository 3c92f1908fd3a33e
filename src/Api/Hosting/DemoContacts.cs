using AchieveApex.Application.Contacts;
using AchieveApex.Domain.Contacts;

namespace AchieveApex.Api.Hosting;

/// <summary>A handful of contacts, so that the first list is not empty.</summary>
internal static class DemoContacts
{
    public static IReadOnlyList<ContactFields> All { get; } =
    [
        Of("Ada", "Lovelace", "Analytical Engines", LifecycleStage.Customer, 92),
        Of("Grace", "Hopper", "Compiler Works", LifecycleStage.Opportunity, 77),
        Of("Alan", "Turing", "Bombe & Sons", LifecycleStage.SalesQualifiedLead, 64),
        Of("Katherine", "Johnson", "Orbital Reckoning", LifecycleStage.Lead, 41),
        Of("Edsger", "Dijkstra", "Shortest Paths", LifecycleStage.Subscriber, null),
    ];

    private static ContactFields Of(string firstName, string lastName, string company, LifecycleStage stage, int? score) =>
        new(
            firstName,
            lastName,
            $"{firstName}.{lastName}@example.com".ToLowerInvariant(),
            CompanyName: company,
            LifecycleStage: stage,
            LeadScore: score
        );
}
