using System.Text.Json;
using AchieveApex.Domain.Contacts;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class SeedTestsOnSqlite(SeededSqlite seeded) : SeedTests(seeded), IClassFixture<SeededSqlite>;

public sealed class SeedTestsOnPostgres(SeededPostgres seeded) : SeedTests(seeded), IClassFixture<SeededPostgres>;

public abstract class SeedTests(Seeded seeded)
{
    // As the names on the wire are derived: snake_case.
    private static readonly JsonNamingPolicy Wire = JsonNamingPolicy.SnakeCaseLower;

    [Fact]
    public void The_last_lines_tell_how_many_how_fast_and_how_to_get_a_key()
    {
        Assert.Matches(
            @"^Added 401 contacts in 2 organizations in \d+\.\d s: [\d,]+ rows/s\.\nFor a key: api-key create .*\n$",
            seeded.Output
        );
        Assert.Contains($"--organization {seeded.First.OrganizationId} ", seeded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contacts_are_shared_out_among_the_organizations()
    {
        var totals = new[] { await Total(seeded.First, "/contacts?$limit=0"), await Total(seeded.Second, "/contacts?$limit=0") };
        Assert.Equal([201, 200], totals);
    }

    [Fact]
    public async Task The_key_is_the_owners()
    {
        var me = await seeded.First.Get("/me");
        Assert.Equal($"owner@organization-{seeded.First.OrganizationId}.example.com owner", $"{me["email"]} {me["role"]}");
    }

    [Fact]
    public async Task Every_value_of_every_enum_occurs()
    {
        var counts = Enum.GetNames<LifecycleStage>()
            .Select(name => $"lifecycle_stage={Wire.ConvertName(name)}")
            .Concat(Enum.GetNames<LeadSource>().Select(name => $"lead_source={Wire.ConvertName(name)}"))
            .Select(condition => Total(seeded.First, $"/contacts?{condition}&$limit=0"));
        Assert.DoesNotContain(0, await Task.WhenAll(counts));
    }

    [Theory]
    [InlineData("first_name")]
    [InlineData("email")]
    [InlineData("phone")]
    [InlineData("lifecycle_stage")]
    [InlineData("lead_score")]
    [InlineData("owner_id")]
    [InlineData("do_not_contact")]
    public async Task A_field_that_may_be_empty_is_empty_now_and_then(string field)
    {
        var empty = (await seeded.Contacts()).Count(contact => contact.GetProperty(field).ValueKind == JsonValueKind.Null);
        Assert.InRange(empty, 1, 150);
    }

    [Fact]
    public async Task The_contacts_were_made_one_after_the_other_through_the_last_year()
    {
        var times = (await seeded.Contacts()).Select(contact => contact.GetProperty("created_at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.InRange((times[^1] - times[0]).TotalDays, 300, 366);
    }

    [Fact]
    public async Task A_seeded_contact_is_kept_like_one_that_was_sent()
    {
        var acme = await seeded.Api.NewTenant();
        foreach (var contact in (await seeded.Contacts()).Take(60))
            Assert.Equal(Kept(contact), Kept(await acme.Create("/contacts", Fields(contact))));
    }

    [Fact]
    public async Task A_seeded_contact_has_the_bookkeeping_of_a_first_version()
    {
        var contact = (await seeded.Contacts())[0];
        var changed = await seeded.First.Patch($"/contacts/{contact.GetProperty("id")}", new { last_name = "Changed" });
        Assert.Equal(1, contact.GetProperty("version").GetInt64());
        Assert.Equal(contact.GetProperty("created_at").GetRawText(), contact.GetProperty("updated_at").GetRawText());
        Assert.Equal(2, changed["version"].GetInt64());
    }

    private static async Task<int> Total(Tenant tenant, string path) => (await tenant.Get(path))["total"].GetInt32();

    private static string Fields(JsonElement contact) =>
        JsonSerializer.Serialize(
            contact
                .EnumerateObject()
                .Where(field => field.Name is not "owner_id" and not "phone_e164" && !IsBookkeeping(field.Name))
                .ToDictionary(field => field.Name, field => field.Value)
        );

    private static string Kept(JsonElement contact) =>
        string.Join("\n", contact.EnumerateObject().Where(field => field.Name != "owner_id" && !IsBookkeeping(field.Name)));

    private static bool IsBookkeeping(string field) =>
        field is "id" or "organization_id" or "version"
        || field.StartsWith("created_", StringComparison.Ordinal)
        || field.StartsWith("updated_", StringComparison.Ordinal);
}
