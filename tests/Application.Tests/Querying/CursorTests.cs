using System.Buffers.Text;
using System.Text;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Support.Querying;
using CsCheck;
using Mapster;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class CursorTests
{
    private const string Malformed =
        "'$cursor' is not a place in this list. Take the address of the next page from the header Link as it is.";
    private const string Foreign =
        "'$cursor' belongs to another $sort, or to another list. Keep $sort as it was, or start again without $cursor.";

    [Fact]
    public void Pages_that_follow_each_other_are_the_sorted_list()
    {
        var pages = 0;
        Gen.Select(RandomQueries.Queries(Gadget.Fields), RandomQueries.Records(Gadget.Fields, 20), Gen.Int, Gen.Int[1, 4])
            .Sample(
                (query, records, seed, limit) =>
                {
                    var unpaged = query with { Limit = null, Skip = null, Total = null };
                    var expected = QueryOracle.Answer(unpaged, records, 100, 100).Data.Select(record => (long)record["id"]!);
                    var walked = Walk(QueryText.Of(unpaged, seed), limit, [.. records.Select(Gadget.Of)]).ToList();
                    Interlocked.Add(ref pages, walked.Count);
                    return expected.SequenceEqual(walked.SelectMany(page => page));
                },
                print: sample => $"{QueryText.Of(sample.Item1, sample.Item3)} over {sample.Item2.Length} records by {sample.Item4}",
                iter: 3_000
            );

        Assert.True(pages > 6_000, $"Only {pages} pages were turned.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("####")]
    [InlineData("~~~~", "[")]
    [InlineData("", "null")]
    [InlineData("", "7")]
    [InlineData("", "{}")]
    [InlineData("", "[]")]
    [InlineData("", """["1"]""")]
    [InlineData("", """["1",null,"7"]""")]
    [InlineData("", """["1",["Gadget -id"],"7"]""")]
    [InlineData("", """["2","Gadget -id","7"]""")]
    [InlineData("", """["1","Gadget -id"]""")]
    [InlineData("", """["1","Gadget -id",null]""")]
    [InlineData("", """["1","Gadget -id",7]""")]
    [InlineData("", """["1","Gadget -id",""]""")]
    [InlineData("", """["1","Gadget -id","seven"]""")]
    [InlineData("", """["1","Gadget -id","7","7"]""")]
    [InlineData("", """["1","Gadget -id","99999999999999999999"]""")]
    [InlineData("", """["1","Gadget -id","\ud800"]""")]
    public void A_cursor_that_is_none_is_refused(string text, string? json = null)
    {
        Assert.Equal(Malformed, Asking.Refusal($"$cursor={text}{(json is null ? "" : Encoded(json))}"));
    }

    [Theory]
    [InlineData("active", "maybe")]
    [InlineData("color", "Green")]
    [InlineData("created_at", "noon")]
    [InlineData("price", "1.23456")]
    [InlineData("name", "\\u0000")]
    [InlineData("name", "\\ud800")]
    public void A_cursor_with_a_value_of_another_type_is_refused(string field, string value)
    {
        Assert.Equal(Malformed, Asking.Refusal($"$sort[{field}]=1&$cursor={Encoded($"""["1","Gadget {field} id","{value}","7"]""")}"));
    }

    [Fact]
    public void A_cursor_has_twenty_thousand_characters_at_most()
    {
        Assert.Equal(Malformed, Asking.Refusal($"$cursor={Encoded($"""["1","Gadget -id","7"{new string(' ', 15_000)}]""")}"));
    }

    [Theory]
    [InlineData("$sort[id]=1")]
    [InlineData("$sort[name]=1")]
    [InlineData("$sort[name]=-1&$sort[id]=-1")]
    public void A_cursor_of_another_order_is_refused(string sort)
    {
        Assert.Equal(Foreign, Asking.Refusal($"{sort}&$cursor={Encoded("""["1","Gadget -id","7"]""")}"));
        Assert.Equal(Foreign, Asking.Refusal($"$cursor={Encoded("""["1","Contact -id","7"]""")}"));
    }

    [Fact]
    public void A_cursor_is_a_place_already()
    {
        var cursor = Encoded("""["1","Gadget -id","3"]""");
        Assert.Equal("'$skip' cannot be used with '$cursor', which is a place already.", Asking.Refusal($"$skip=1&$cursor={cursor}"));
        Assert.Equal("'$cursor' is given more than once.", Asking.Refusal($"$cursor={cursor}&$cursor={cursor}"));
        Assert.Single(Asking.For($"$cursor={cursor}&$skip=0").After);
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static IEnumerable<List<long>> Walk(string text, int limit, IReadOnlyList<Gadget> gadgets)
    {
        for (string? cursor = ""; cursor is not null; )
        {
            var query = Asking.For($"{text}&$limit={limit}{cursor}");
            var page = Behind(gadgets.That(query.Where), query).Take(limit + 1).ToList();
            cursor = page.Count > limit ? $"&$cursor={Cursor.After(page[limit - 1].Adapt<GadgetView>(), query.Sort)}" : null;
            yield return [.. page.Take(limit).Select(gadget => gadget.Id)];
        }
    }

    // One part after the other: nothing but the parts' own order puts them in a row.
    private static IEnumerable<Gadget> Behind(IEnumerable<Gadget> gadgets, Query<Gadget> query) =>
        query.After.Count == 0 ? gadgets.Sorted(query.Sort) : query.After.SelectMany(part => gadgets.That(part).Sorted(query.Sort));
}
