using System.Text.RegularExpressions;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Reading;

/// <summary>The program on PostgreSQL among many organizations, one of them large, and PostgreSQL's plan of each statement that it sends.</summary>
public sealed partial class IndexedLists : IAsyncLifetime
{
    private readonly PostgresApi api;
    private WatchedReader? watched;
    private Tenant? large;
    private ManyOrganizations? crowd;
    private HashSet<string> ours = [];

    // The reader is the program's own, so it asks as the role that requests run as, under row-level security.
    public IndexedLists() =>
        api = new()
        {
            Replace = services =>
                services.AddSingleton<IRowReader>(provider =>
                    watched = new(ActivatorUtilities.CreateInstance<PostgresRowReader>(provider), "EXPLAIN", 0)
                ),
        };

    /// <summary>Every field by which contacts can be filtered and sorted, and what the document says of an index.</summary>
    public IReadOnlyDictionary<FieldDescription, IndexUse> Fields { get; private set; } = new Dictionary<FieldDescription, IndexUse>();

    public async ValueTask InitializeAsync()
    {
        await api.InitializeAsync();
        large = await api.NewTenant();
        crowd = new(large.OrganizationId, InLarge: 10_000, Others: 40, InOthers: 40_000);
        await crowd.Make(api.ConnectionString);
        ours =
        [
            .. await Database.Rows(
                """
                SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = 'contacts'::regclass AND a.attname = 'organization_id'
                """
            ),
        ];
        Fields = await api.Do(services =>
        {
            var indexes = services.GetRequiredService<IIndexedFields>();
            var contacts = services.GetRequiredService<RequestCatalog>().All.Single(request => request.Type == typeof(ListContacts));
            return Task.FromResult(
                contacts.Query!.Fields.ToDictionary(field => field, field => indexes.Of(contacts.Record!, field.Property))
            );
        });
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    internal RawDatabase Database => new(api);

    /// <summary>The document as it is served.</summary>
    public async Task<string> Document() => await api.Anonymous().GetStringAsync("/openapi/v1.json");

    /// <summary>A value of the field in the large organization: so great a part of the others is smaller.</summary>
    public Task<string> Value(string field, double part) => crowd!.Value(api.ConnectionString, field, part);

    /// <summary>The plans of what is read for a list of contacts.</summary>
    public async Task<IReadOnlyList<string>> Plans(string query) => (await Read(query)).Plans;

    /// <summary>The address of the page that follows.</summary>
    public async Task<string> After(string query) => (await Read(query)).Page.Header("Link")!.Split('?', '>')[1];

    /// <summary>What is wrong with a plan: a table that is read whole, or an index that other organizations are in the way in.</summary>
    public IEnumerable<string> Wrong(string plan) =>
        Regex.IsMatch(plan, "Seq Scan") ? [plan]
        : IndexName().Matches(plan).Select(match => match.Groups[1].Value).ToList() is not { Count: > 0 } names ? [plan]
        : names.Any(name => !ours.Contains($"relname={name}")) ? [plan]
        : [];

    private async Task<(Reply Page, IReadOnlyList<string> Plans)> Read(string query)
    {
        watched!.Seen.Clear();
        var page = await large!.Get($"/contacts?{query}");
        Assert.True(page.Status == 200, page.Text);
        return (page, [.. watched.Seen.Select(seen => seen.Plan)]);
    }

    [GeneratedRegex(@"(?:Index.* using|Bitmap Index Scan on) (\w+)")]
    private static partial Regex IndexName();
}
