using System.Collections.Concurrent;
using AchieveApex.Support;
using AchieveApex.Support.Querying;
using CsCheck;
using Xunit;

namespace AchieveApex.Api.Tests.Queries;

public sealed class RandomQueryTestsOnSqlite(SqliteApi api) : RandomQueryTests(api);

public sealed class RandomQueryTestsOnPostgres(PostgresApi api) : RandomQueryTests(api);

/// <summary>Any query, however it is written, answers what the contract says: on both databases the same.</summary>
public abstract class RandomQueryTests(TestApi api)
{
    private const int Queries = 2_000;
    private const int LongestQuery = 32_000;
    private const int DefaultLimit = 25;
    private const int MaxLimit = 200;

    [Fact]
    public async Task Any_query_answers_what_the_contract_says_however_it_is_written()
    {
        var contacts = await RandomContacts.Make(api);
        var (answers, matches) = (0, 0);
        var differences = new ConcurrentDictionary<string, string>();

        // On failure the sample is shrunk, and the smallest query is printed with what was answered to it.
        Gen.Select(RandomQueries.Queries(contacts.Fields), Gen.Int)
            .Where((query, seed) => QueryText.Of(query, seed).Length < LongestQuery)
            .Sample(
                (query, seed) =>
                {
                    var text = QueryText.Of(query, seed);
                    var expected = Told(QueryOracle.Answer(query, contacts.Records, DefaultLimit, MaxLimit));
                    var actual = Told(contacts.Tenant.Get($"/contacts?{text}").GetAwaiter().GetResult());
                    Interlocked.Increment(ref answers);
                    if (expected.Contains('#', StringComparison.Ordinal))
                        Interlocked.Increment(ref matches);
                    if (expected == actual)
                        return true;

                    differences[text] = $"expected {expected}\nanswered {actual}";
                    return false;
                },
                print: sample =>
                    QueryText.Of(sample.Item1, sample.Item2) is var text ? $"{text}\n{differences.GetValueOrDefault(text)}" : "",
                iter: Queries,
                threads: 4
            );

        Assert.True(answers >= Queries, $"Only {answers} queries were asked.");
        Assert.True(matches > answers / 4, $"Only {matches} of {answers} answers found anything: the queries try too little.");
    }

    private static string Told(ModelPage page) => Told(page.Total, page.Limit, page.Skip, page.Data.Select(record => (long)record["id"]!));

    private static string Told(Reply reply) =>
        reply.Status == 200
            ? Told(
                reply["total"].ValueKind == System.Text.Json.JsonValueKind.Null ? null : reply["total"].GetInt64(),
                reply["limit"].GetInt32(),
                reply["skip"].GetInt32(),
                reply["data"].EnumerateArray().Select(record => record.GetProperty("id").GetInt64())
            )
            : reply.Text;

    private static string Told(long? total, int limit, int skip, IEnumerable<long> ids) =>
        $"total {total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}, limit {limit}, skip {skip}: {string.Join(' ', ids.Select(id => $"#{id}"))}";
}
