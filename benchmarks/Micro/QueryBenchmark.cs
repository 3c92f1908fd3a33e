using AchieveApex.Application.Contacts;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Contacts;
using BenchmarkDotNet.Attributes;

namespace AchieveApex.Micro;

/// <summary>A query string, understood: none, an ordinary one, and one near the limits.</summary>
public class QueryBenchmark
{
    private const string Ordinary = "?lifecycle_stage=customer&$sort[updated_at]=-1&$limit=50";
    private static readonly PagingOptions Paging = new();
    private static readonly string Large =
        "?$sort[last_name]=1&$sort[first_name]=1&$limit=200&$skip=400&"
        + string.Join('&', Enumerable.Range(0, 20).Select(i => $"$or[{i}][lead_score][$gte]={i}&$or[{i}][last_name][$ilike]=%25doe{i}%25"))
        + "&"
        + string.Join('&', Enumerable.Range(0, 50).Select(i => $"id[$in][]={1_000_000 + i}"));

    [Benchmark]
    public object None() => Parse("");

    [Benchmark]
    public object Simple() => Parse(Ordinary);

    [Benchmark]
    public object NearTheLimits() => Parse(Large);

    private static Query<Contact> Parse(string query) =>
        QueryParser.Parse<Contact, ContactView>(ListQuery.Parse(query), Paging, QueryUse.List);
}
