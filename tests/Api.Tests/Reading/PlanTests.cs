using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Reading;

public sealed class PlanTestsOnSqlite : PlanTests
{
    protected override string Explain => "EXPLAIN QUERY PLAN";

    protected override int Column => 3;

    protected override TestApi Api(Action<IServiceCollection> replace) => new SqliteApi { Replace = replace };

    protected override Task Analyze(TestApi api) => new RawDatabase(api).Execute("analyze");

    protected override Task<string> WordsPlan(TestApi api, string plan) => Task.FromResult(plan);

    private protected override IRowReader Reader(IServiceProvider services) => ActivatorUtilities.CreateInstance<SqliteRowReader>(services);
}

public sealed class PlanTestsOnPostgres : PlanTests
{
    protected override string Explain => "EXPLAIN";

    protected override int Column => 0;

    protected override TestApi Api(Action<IServiceCollection> replace) => new PostgresApi { Replace = replace };

    protected override Task Analyze(TestApi api) => new RawDatabase(api).Execute("vacuum analyze");

    // What the function does is no part of the plan that calls it.
    protected override async Task<string> WordsPlan(TestApi api, string plan)
    {
        var database = new RawDatabase(api);
        var body = await database.Scalar<string>("select prosrc from pg_proc where proname = 'search_contacts'");
        return string.Join('\n', await database.Rows($"explain {body!.Replace("wanted", "'''jane'':*'", StringComparison.Ordinal)}"));
    }

    private protected override IRowReader Reader(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<PostgresRowReader>(services);
}

/// <summary>How the database reads the usual lists among thousands of contacts of several organizations.</summary>
public abstract class PlanTests : IAsyncLifetime
{
    private const int Contacts = 4_000;
    private const string ById = "pk_contacts|ak_contacts_organization_id_id|sqlite_autoindex_contacts_1"; // which all begin with the organization
    private WatchedReader? watched;
    private TestApi? api;
    private Tenant? acme;

    protected abstract string Explain { get; }

    protected abstract int Column { get; }

    public async ValueTask InitializeAsync()
    {
        api = Api(services => services.AddSingleton<IRowReader>(provider => watched = new(Reader(provider), Explain, Column)));
        await api.InitializeAsync();
        acme = await api.NewTenant();
        await Fill(acme);
        await Fill(await api.NewTenant());
        await Analyze(api);
    }

    public async ValueTask DisposeAsync()
    {
        await api!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_usual_lists_read_an_index_of_the_organization_in_its_order()
    {
        await ReadsAnIndex("", ById);
        await ReadsAnIndex("$skip=50", ById);
        await ReadsAnIndex("$sort[id]=1", ById);
        await ReadsAnIndex("$sort[updated_at]=-1", "ix_contacts_organization_id_updated_at_id");
        await ReadsAnIndex("$sort[updated_at]=1", "ix_contacts_organization_id_updated_at_id");
        await ReadsAnIndex("updated_at[$gt]=2100-01-01T00:00:00Z&$sort[updated_at]=1", "ix_contacts_organization_id_updated_at_id");
        await ReadsAnIndex("external_id=n-77", "ix_contacts_organization_id_external_id", isOne: true);
    }

    [Fact]
    public async Task A_page_behind_a_cursor_begins_there_in_the_index()
    {
        await ReadsAnIndex(await BehindACursor("$limit=9"), ById);
        await ReadsAnIndex(await BehindACursor("$sort[updated_at]=-1&$limit=9"), "ix_contacts_organization_id_updated_at_id");
        Assert.Matches(@"Index Cond: .*ROW\(updated_at, id\) < |updated_at<\?", watched!.Seen[^1].Plan);
        await ReadsAnIndex(await BehindACursor("$sort[updated_at]=1&$limit=9"), "ix_contacts_organization_id_updated_at_id");
        Assert.Matches(@"Index Cond: .*ROW\(updated_at, id\) > |updated_at>\?", watched!.Seen[^1].Plan);
    }

    [Fact]
    public async Task A_search_reads_the_index_of_words()
    {
        var page = await acme!.Get("/contacts?$search=jane+77");
        Assert.Equal(11, page["total"].GetInt32());
        var plan = watched!.Seen[0].Plan;
        Assert.DoesNotMatch("Seq Scan|SCAN r", plan);
        Assert.Matches("ix_contacts_search|SCAN contacts_search VIRTUAL TABLE INDEX", await WordsPlan(api!, plan));
    }

    [Fact]
    public async Task The_total_of_everything_is_known_without_a_look_at_the_records()
    {
        var page = await acme!.Get("/contacts?$limit=1");
        var (sql, plan) = watched!.Seen[^1];
        Assert.Equal(Contacts, page["total"].GetInt32());
        Assert.Contains("sum(count)", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("contacts", sql.Replace("'contacts'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches("record_counts", plan);
    }

    protected abstract TestApi Api(Action<IServiceCollection> replace);

    protected abstract Task Analyze(TestApi api);

    /// <summary>How words are found, in or beside the plan of a list.</summary>
    protected abstract Task<string> WordsPlan(TestApi api, string plan);

    private protected abstract IRowReader Reader(IServiceProvider services);

    private static Task<int> Fill(Tenant tenant) =>
        tenant.Api.Do(services =>
        {
            services
                .GetRequiredService<OrganizationScope>()
                .Enter(Caller.Program(tenant.OrganizationId, services.GetRequiredService<ResourceCatalog>()));
            var start = DateTimeOffset.UnixEpoch.AddYears(50);
            var contacts = Enumerable
                .Range(0, Contacts)
                .Select(i => new NewRecord<Contact>(
                    new() { FirstName = "Jane", ExternalId = $"n-{i}" },
                    start.AddMinutes(i * 7919 % Contacts)
                ));
            return services.GetRequiredService<IBulkWriter>().Add(contacts, CancellationToken.None);
        });

    private async Task<string> BehindACursor(string query) => (await acme!.Get($"/contacts?{query}")).Header("Link")!.Split('?', '>')[1];

    private async Task ReadsAnIndex(string query, string index, bool isOne = false)
    {
        watched!.Seen.Clear();
        Assert.Equal(200, (await acme!.Get($"/contacts?$total=false&{query}")).Status);
        var (_, plan) = Assert.Single(watched.Seen);
        Assert.True(System.Text.RegularExpressions.Regex.IsMatch(plan, $@"\b({index})\b"), $"{query} does not use {index}:\n{plan}");
        Assert.Matches(@"Index Cond: \(+organization_id = |\(organization_id=\?", plan);
        Assert.DoesNotMatch("Seq Scan|SCAN r", plan);
        Assert.True(isOne || !System.Text.RegularExpressions.Regex.IsMatch(plan, "Sort|TEMP B-TREE"), $"{query} is sorted:\n{plan}");
    }
}
