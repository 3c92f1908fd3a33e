using System.Collections.Concurrent;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.SupportTickets;

public sealed class TicketNumberTestsOnSqlite(SqliteApi api) : TicketNumberTests(api);

public sealed class TicketNumberTestsOnPostgres(PostgresApi api) : TicketNumberTests(api);

public abstract class TicketNumberTests(TestApi api)
{
    private const long Nobody = 9_007_199_254_740_001;

    [Fact]
    public async Task Numbers_have_no_gaps_whoever_creates_at_the_same_moment_and_whatever_fails()
    {
        var desk = await Desk.In(api);
        var made = new ConcurrentBag<(int Kind, int Status)>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 60),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) => made.Add((i % 6, (await Make(desk, i)).Status))
        );

        // Kept: each of the first kind, two of each array, and one for each external id.
        Assert.Equal([(0, 201), (1, 400), (2, 201), (3, 400), (4, 201), (5, 200), (5, 201)], made.Distinct().OrderBy(one => one).ToArray());
        var kept = made.Sum(one =>
            one is (0 or 5, 201) ? 1
            : one is (4, 201) ? 2
            : 0
        );
        var page = await desk.Tenant.Get("/support-tickets?$sort[number]=1&$limit=200");
        Assert.Equal(Enumerable.Range(1, kept), page["data"].EnumerateArray().Select(ticket => ticket.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Every_organization_counts_by_itself()
    {
        var (acme, globex) = (await Desk.In(api), await Desk.In(api));
        foreach (var (desk, number) in new[] { (acme, 1), (globex, 1), (acme, 2), (globex, 2) })
            Assert.Equal(number, (await desk.Tenant.Get(await desk.Ticket()))["number"].GetInt32());
    }

    [Fact]
    public async Task A_number_is_given_once_by_the_program_alone()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket();
        Assert.Equal(1, (await desk.Tenant.Patch(path, new { number = 77, subject = "Other" }))["number"].GetInt32());
        Assert.Equal(405, (await desk.Tenant.Delete(path)).Status);
    }

    // Those that fail do so when they have a number already.
    private static Task<Reply> Make(Desk desk, int i) =>
        (i % 6) switch
        {
            0 => desk.Tenant.Post("/support-tickets", Fields(desk.Requester)),
            1 => desk.Tenant.Post("/support-tickets", Fields(Nobody)),
            2 => desk.Tenant.Post("/support-tickets?dry_run=true", Fields(desk.Requester)),
            3 => desk.Tenant.Post("/support-tickets", new[] { Fields(desk.Requester), Fields(Nobody) }),
            4 => desk.Tenant.Post("/support-tickets", new[] { Fields(desk.Requester), Fields(desk.Requester) }),
            _ => desk.Tenant.Put($"/support-tickets/by-external-id/{i / 30}", Fields(desk.Requester)),
        };

    private static object Fields(long requester) => new { subject = "Help", requester_id = requester };
}
