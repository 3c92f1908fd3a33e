using AchieveApex.Application.Organizations;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Api.Tests.Queries;

/// <summary>Thousands of contacts, written past HTTP.</summary>
internal static class ManyContacts
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Texts =
    [
        null,
        null,
        "",
        "a",
        "A",
        "ab",
        "a b",
        "é",
        "e\u0301",
        "ß",
        "😀",
        "\uFFFDa",
        "Zebra",
        "zebra",
    ];

    /// <summary>An organization whose contacts are often equal in a field, or have nothing in it.</summary>
    public static async Task<Tenant> Alike(TestApi api, int count)
    {
        var tenant = await api.NewTenant();
        var random = new Random(count);
        await Add(
            tenant,
            Enumerable.Range(0, count).Select(number => new NewRecord<Contact>(Alike(random, number), Start.AddSeconds(random.Next(500))))
        );
        return tenant;
    }

    public static Task<int> Add(Tenant tenant, IEnumerable<NewRecord<Contact>> contacts) =>
        tenant.Api.Do(async services =>
        {
            await services.GetRequiredService<IMediator>().Send(new EnterOrganization(tenant.OrganizationId));
            return await services.GetRequiredService<IBulkWriter>().Add(contacts, CancellationToken.None);
        });

    private static Contact Alike(Random random, int number) =>
        new()
        {
            FirstName = Any(random, Texts),
            LastName = Any(random, Texts),
            Email = random.Next(3) == 0 ? null : $"Jane{number}@example.com",
            JobTitle = Any(random, Texts),
            CompanyName = random.Next(20) == 0 ? null : "Acme",
            LifecycleStage = Any(random, [null, .. Enum.GetValues<LifecycleStage>().Cast<LifecycleStage?>()]),
            LeadSource = random.Next(2) == 0 ? null : LeadSource.Api,
            LeadScore = Any<int?>(random, [null, -1, 0, 1, 2, int.MaxValue, int.MinValue]),
            DoNotContact = Any<bool?>(random, [null, true, false]),
            ExternalId = random.Next(2) == 0 ? null : $"crm-{number % 7}-{number}",
        };

    private static T Any<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
