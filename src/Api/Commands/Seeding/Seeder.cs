using AchieveApex.Application.Organizations;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Api.Commands.Seeding;

/// <summary>Makes organizations, each with an owner and its share of the contacts, as if they had grown through the last year.</summary>
internal sealed class Seeder(IServiceScopeFactory scopes, TimeProvider clock, int randomSeed)
{
    private const int ChunkSize = 10_000;
    private static readonly TimeSpan Age = TimeSpan.FromDays(365);

    private readonly ContactFaker faker = new(randomSeed);

    /// <param name="organizations">How many.</param>
    /// <param name="contacts">How many in all of them together.</param>
    /// <param name="added">Is told how many contacts were added.</param>
    /// <param name="cancellationToken">Stops between two chunks; what was added stays.</param>
    /// <returns>The organizations' ids.</returns>
    public async Task<IReadOnlyList<long>> Run(int organizations, int contacts, Action<int> added, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        for (var i = 0; i < organizations; i++)
            ids.Add(await Grow(contacts / organizations + (i < contacts % organizations ? 1 : 0), added, cancellationToken));

        return ids;
    }

    public static string OwnerOf(long organization) => $"owner@organization-{organization}.example.com";

    // A scope of services enters one organization, and no transaction spans two.
    private async Task<long> Grow(int contacts, Action<int> added, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var organization = await mediator.Send(new CreateOrganization(faker.Organization()), cancellationToken);
        var owner = await mediator.Send(new EnsureMember(OwnerOf(organization), Role.Owner), cancellationToken);
        var writer = scope.ServiceProvider.GetRequiredService<IBulkWriter>();
        foreach (var chunk in Enumerable.Range(0, contacts).Chunk(ChunkSize))
            added(await writer.Add(chunk.Select(number => Contact(number, contacts, owner)), cancellationToken));

        return organization;
    }

    private NewRecord<Contact> Contact(int number, int contacts, long owner) =>
        new(faker.Contact(number + 1, owner), clock.GetUtcNow() - Age * (1 - (double)number / contacts));
}
