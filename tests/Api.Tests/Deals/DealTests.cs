using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Deals;

public sealed class DealTestsOnSqlite(SqliteApi api) : DealTests(api);

public sealed class DealTestsOnPostgres(PostgresApi api) : DealTests(api);

public abstract class DealTests(TestApi api)
{
    [Fact]
    public async Task A_deal_begins_in_the_first_stage_of_the_first_pipeline_and_weighs_what_that_says()
    {
        var acme = await api.NewTenant();
        await Stages.Of(acme, await acme.Create("/pipelines", new { name = "Later", display_order = 9 }), "Early");
        var deal = await acme.Create(
            "/deals",
            new
            {
                name = "Big",
                amount = 1000.5,
                currency = "EUR",
                expected_close_date = "2026-12-24",
            }
        );
        Assert.Equal("Qualification", await Stages.NameOf(acme, deal));
        Assert.Equal("open 20 200.1 2026-12-24", Text(deal, "status", "probability", "weighted_amount", "expected_close_date"));
    }

    [Theory]
    [InlineData("win", "open", null)]
    [InlineData("win", "won", "cannot become won: won can only become open")]
    [InlineData("win", "lost", "cannot become won: lost can only become open")]
    [InlineData("lose", "open", null)]
    [InlineData("lose", "won", "cannot become lost: won can only become open")]
    [InlineData("lose", "lost", "cannot become lost: lost can only become open")]
    [InlineData("reopen", "open", "cannot become open: open can only become won, lost")]
    [InlineData("reopen", "won", null)]
    [InlineData("reopen", "lost", null)]
    public async Task A_command_closes_what_is_open_and_opens_what_is_closed(string command, string status, string? problem)
    {
        var acme = await api.NewTenant();
        var path = $"/deals/{Id(await DealThatIs(acme, status))}";
        var reply = await acme.Post($"{path}/{command}", command == "lose" ? new { lost_reason = "too dear" } : new { });
        Assert.Equal(problem, reply.Status == 400 ? reply["errors"].GetProperty("status")[0].GetString() : null);
        if (problem is not null)
            return;

        var deal = (await acme.Get(path)).Body;
        var expected = command switch
        {
            "win" => "Won won 100 ",
            "lose" => "Lost lost 0 too dear",
            _ => "Proposal open 50 ",
        };
        Assert.Equal(expected, $"{await Stages.NameOf(acme, deal)} {Text(deal, "status", "probability", "lost_reason")}");
        Assert.Equal(command == "reopen", deal.GetProperty("closed_at").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task The_way_of_a_deal_is_kept_and_goes_with_it()
    {
        var acme = await api.NewTenant();
        var deal = Id(await DealThatIs(acme, "lost"));
        var changes = (await acme.Get($"/stage-changes?deal_id={deal}&$sort[id]=1"))["data"].EnumerateArray().ToList();
        Assert.Equal(
            ["Qualification to Proposal", "Proposal to Lost"],
            await Task.WhenAll(
                changes.Select(async change =>
                    $"{await Stages.NameOf(acme, change, "from_stage_id")} to {await Stages.NameOf(acme, change, "to_stage_id")}"
                )
            )
        );
        Assert.All(changes, change => Assert.InRange(change.GetProperty("seconds").GetInt64(), 0, 100));
        Assert.Equal(405, (await acme.Post("/stage-changes", new { deal_id = deal })).Status);
        Assert.Equal(200, (await acme.Delete($"/deals/{deal}")).Status);
        Assert.Equal(0, (await acme.Get("/stage-changes"))["total"].GetInt64());
    }

    [Theory]
    [InlineData("""{"stage_id":"Won"}""", null)]
    [InlineData("""{"stage_id":"Lost","lost_reason":"too dear"}""", null)]
    [InlineData("""{"stage_id":"Lost"}""", "lost_reason: is required of a lost deal")]
    [InlineData("""{"stage_id":"Won","lost_reason":"too dear"}""", "lost_reason: can only be given of a lost deal")]
    [InlineData("""{"lost_reason":"too dear"}""", "lost_reason: can only be given of a lost deal")]
    [InlineData("""{"stage_id":null,"lost_reason":"too dear"}""", "lost_reason: can only be given with stage_id")]
    [InlineData("""{"stage_id":"Elsewhere"}""", null)]
    [InlineData("""{"pipeline_id":"Elsewhere"}""", null)]
    [InlineData("""{"stage_id":"Won","pipeline_id":"Elsewhere"}""", "pipeline_id: is not the pipeline of the stage")]
    [InlineData("""{"stage_id":9007199254740001}""", "stage_id: names no record of your organization")]
    [InlineData("""{"pipeline_id":9007199254740001}""", "pipeline_id: names no pipeline of your organization that has a stage")]
    [InlineData("""{"probability":101}""", "probability: must be from 0 to 100")]
    [InlineData("""{"amount":1}""", "currency: is required with amount")]
    [InlineData("""{"expected_close_date":"2026-02-30"}""", "expected_close_date: must be a date, for example 2026-01-31")]
    [InlineData("""{"expected_close_date":"2026-01-31T00:00:00Z"}""", "expected_close_date: must be a date, for example 2026-01-31")]
    public async Task A_deal_is_put_where_its_fields_say_or_told_why_not(string patch, string? problem)
    {
        var acme = await api.NewTenant();
        var pipeline = await acme.Create("/pipelines", new { name = "Elsewhere", display_order = 9 });
        await Stages.Of(acme, pipeline, "Elsewhere");
        var stages = await Stages.ByName(acme);
        foreach (var (name, id) in stages)
            patch = patch.Replace($"\"stage_id\":\"{name}\"", $"\"stage_id\":{id}", StringComparison.Ordinal);
        patch = patch.Replace("\"Elsewhere\"", $"{Id(pipeline)}", StringComparison.Ordinal);

        var deal = Id(await acme.Create("/deals", new { name = "Big" }));
        var reply = await acme.Patch($"/deals/{deal}", patch);
        Assert.Equal(problem, reply.Status == 200 ? null : First(reply["errors"]));
    }

    [Fact]
    public async Task A_chance_is_the_stages_until_somebody_knows_better()
    {
        var acme = await api.NewTenant();
        var stages = await Stages.ByName(acme);
        var path = $"/deals/{Id(await acme.Create("/deals", new { name = "Big", probability = 33 }))}";
        Assert.Equal(33, (await acme.Get(path))["probability"].GetInt32());
        Assert.Equal(50, (await acme.Patch(path, new { stage_id = stages["Proposal"] }))["probability"].GetInt32());
        Assert.Equal(70, (await acme.Patch(path, new { stage_id = stages["Negotiation"], probability = 70 }))["probability"].GetInt32());
        Assert.Equal(80, (await acme.Patch(path, new { probability = (int?)null }))["probability"].GetInt32());
        Assert.Equal(1, (await acme.Get("/deals?probability[$gte]=80&expected_close_date="))["total"].GetInt32());
    }

    [Fact]
    public async Task A_stage_with_deals_stays_as_it_is()
    {
        var acme = await api.NewTenant();
        var deal = await acme.Create("/deals", new { name = "Big" });
        var stage = $"/stages/{deal.GetProperty("stage_id")}";
        var other = Id(await acme.Create("/pipelines", new { name = "Elsewhere" }));
        foreach (
            var refused in new[]
            {
                await acme.Delete(stage),
                await acme.Patch(stage, new { pipeline_id = other }),
                await acme.Patch(stage, new { type = "won", probability = 100 }),
            }
        )
            Assert.Equal((409, """{"used_by":{"deals":1}}"""), (refused.Status, refused["data"].GetRawText()));
        Assert.Equal(
            200,
            (
                await acme.Patch(
                    stage,
                    new
                    {
                        name = "Renamed",
                        display_order = 5,
                        probability = 10,
                    }
                )
            ).Status
        );
    }

    [Fact]
    public async Task A_contact_has_one_part_in_a_deal_and_stays_as_long_as_it_has()
    {
        var acme = await api.NewTenant();
        var deal = Id(await acme.Create("/deals", new { name = "Big" }));
        var contact = Id(await acme.Create("/contacts", new { first_name = "Jane" }));
        var part = await acme.Create(
            "/deal-contacts",
            new
            {
                deal_id = deal,
                contact_id = contact,
                role = "decision_maker",
            }
        );
        Assert.Equal(409, (await acme.Post("/deal-contacts", new { deal_id = deal, contact_id = contact })).Status);
        Assert.Equal("""{"used_by":{"deal-contacts":1}}""", (await acme.Delete($"/contacts/{contact}"))["data"].GetRawText());
        Assert.Equal(200, (await acme.Delete($"/deals/{deal}")).Status);
        Assert.Equal(404, (await acme.Get($"/deal-contacts/{Id(part)}")).Status);
        Assert.Equal(200, (await acme.Delete($"/contacts/{contact}")).Status);
    }

    [Fact]
    public async Task Two_who_close_a_deal_at_once_do_not_both_do_it()
    {
        var acme = await api.NewTenant();
        var path = $"/deals/{Id(await acme.Create("/deals", new { name = "Big" }))}";
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => i % 2 == 0 ? acme.Post($"{path}/win", new { }) : acme.Post($"{path}/lose", new { lost_reason = "too dear" }))
        );
        Assert.Equal(1, replies.Count(reply => reply.Status == 200));
        Assert.All(replies.Where(reply => reply.Status != 200), reply => Assert.Equal(400, reply.Status));
        Assert.Equal(1, (await acme.Get("/stage-changes"))["total"].GetInt32());
    }

    private static async Task<JsonElement> DealThatIs(Tenant tenant, string status)
    {
        var stages = await Stages.ByName(tenant);
        var deal = await tenant.Create("/deals", new { name = "Big" });
        await tenant.Post($"/deals/{Id(deal)}/move", new { stage_id = stages["Proposal"] });
        return status == "open"
            ? deal
            : (
                await tenant.Post(
                    $"/deals/{Id(deal)}/{(status == "won" ? "win" : "lose")}",
                    status == "won" ? new { } : new { lost_reason = "too dear" }
                )
            ).Body;
    }

    private static string First(JsonElement errors) =>
        errors.EnumerateObject().First() is var error ? $"{error.Name}: {error.Value[0]}" : "";

    private static string Text(JsonElement record, params string[] fields) =>
        string.Join(' ', fields.Select(field => record.GetProperty(field).ToString()));

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();
}
