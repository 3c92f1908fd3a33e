using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Support.Querying;
using CsCheck;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class RandomQueryTests
{
    private static readonly PagingOptions Paging = new() { DefaultLimit = 5, MaxLimit = 10 };

    [Fact]
    public void Any_query_answers_what_the_contract_says_however_it_is_written()
    {
        var (answers, matches) = (0, 0);
        Gen.Select(RandomQueries.Queries(Gadget.Fields), RandomQueries.Records(Gadget.Fields, 20), Gen.Int)
            .Sample(
                (query, records, seed) =>
                {
                    var expected = QueryOracle.Answer(query, records, Paging.DefaultLimit, Paging.MaxLimit);
                    var actual = Run(QueryText.Of(query, seed), records);
                    Interlocked.Increment(ref answers);
                    Interlocked.Add(ref matches, expected.Data.Count);
                    return Same(expected, actual);
                },
                print: sample => $"{QueryText.Of(sample.Item1, sample.Item3)} over {sample.Item2.Length} records",
                iter: 5_000
            );

        Assert.True(matches > answers / 2, $"Only {matches} matches in {answers} answers: the queries try too little.");
    }

    private static (Query<Gadget> Query, int Total, long[] Ids) Run(string text, IEnumerable<IReadOnlyDictionary<string, object?>> records)
    {
        var query = QueryParser.Parse<Gadget, GadgetView>(ListQuery.Parse(text), Paging, QueryUse.List);
        var matches = records.Select(Gadget.Of).That(query.Where).ToList();
        return (query, matches.Count, [.. matches.Sorted(query.Sort).Skip(query.Skip).Take(query.Limit).Select(gadget => gadget.Id)]);
    }

    private static bool Same(ModelPage expected, (Query<Gadget> Query, int Total, long[] Ids) actual) =>
        expected.Data.Select(record => record["id"]).SequenceEqual(actual.Ids.Cast<object>())
        && (expected.Limit, expected.Skip) == (actual.Query.Limit, actual.Query.Skip)
        && expected.Total is { } total == actual.Query.CountTotal
        && (expected.Total ?? actual.Total) == actual.Total;
}
