using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Support;
using AchieveApex.Support.Querying;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>A list is filtered, sorted, paged and shaped as the oracle says.</summary>
internal sealed class Listing(Subject subject)
{
    private const int All = 200;
    private static readonly ModelGroup Everything = new([], [], []);
    private readonly ConformingResource resource = subject.Resource;
    private int asked;

    public async Task Filters()
    {
        var records = await subject.All();
        foreach (var field in resource.Filters)
        foreach (var test in field.Tests(records))
            records = await Ask(records, new(new([test], [], []), [], All, null, null), $"{field.Field.Name} {test.Operator}");
    }

    public async Task Sorts()
    {
        var records = await subject.All();
        foreach (var name in resource.Sorts)
        foreach (var isDescending in (bool[])[false, true])
        {
            ModelSort[] sort = [new(Field(name), isDescending)];
            var place = $"{name} {(isDescending ? "descending" : "ascending")}";
            var limit = (records.Count + 1) / 2;
            for (var skip = limit; skip <= records.Count; skip += limit)
                records = await Ask(records, new(Everything, sort, limit, skip, null), $"{place} after {skip}");
            await Walk(records, new(Everything, sort, limit, null, null), $"{place} by cursor");
        }
    }

    public async Task Selects()
    {
        var record = (await subject.All())[^1];
        foreach (var name in resource.Selects)
        {
            var query = $"$select[]={name}";
            var one = await subject.Tenant.Get($"{subject.PathOf(record["id"])}?{query}");
            var list = await subject.Tenant.Get($"{resource.Collection}?{query}&id={record["id"]}");
            var expected = new JsonObject(
                record
                    .Where(field => field.Key == "id" || field.Key == name)
                    .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            );
            subject.Expect(IsEqual(expected, one.Text), $"{query} shows {one.Text}");
            subject.Expect(IsEqual(expected, list["data"][0].GetRawText()), $"{query} in a list shows {list.Text}");
        }
    }

    public async Task Pages()
    {
        var reply = await subject.Tenant.Get(resource.Collection);
        subject.Expect(200, resource.List, reply, "GET");
        subject.Expect(
            reply.Body.EnumerateObject().Select(member => member.Name).SequenceEqual(["total", "limit", "skip", "data"]),
            $"a page has other members, or another order: {reply.Text}"
        );
        var records = await subject.All();
        foreach (
            var (limit, skip) in ((int?, int?)[])[(null, null), (0, null), (1, 1), (2, records.Count - 1), (1, records.Count), (1_000, 0)]
        )
            await Ask(records, new(Everything, [], limit, skip, limit == 1 ? false : null), $"$limit {limit} $skip {skip}");
    }

    // What the program writes in its own time, such as the last use of a key, may have come in between: then the records are read anew.
    private async Task<List<JsonObject>> Ask(List<JsonObject> records, ModelQuery query, string place)
    {
        if (await Difference(records, query) is null)
            return records;

        records = await subject.All();
        if (await Difference(records, query) is { } difference)
            subject.Expect(false, $"{place}: {difference}");
        return records;
    }

    private async Task<string?> Difference(List<JsonObject> records, ModelQuery query)
    {
        var text = QueryText.Of(query, asked++);
        var expected = Expected(records, query);
        var reply = await subject.Tenant.Get($"{resource.Collection}?{text}");
        var answered = reply.Status == 200 ? Told(reply) : reply.Text;
        return answered == expected ? null : $"?{text} is to answer {expected}, not {answered}";
    }

    private async Task Walk(List<JsonObject> records, ModelQuery query, string place)
    {
        var seen = new List<JsonElement>();
        await foreach (var page in subject.Tenant.Walk($"{resource.Collection}?{QueryText.Of(query, asked++)}"))
            seen.AddRange(page["data"].EnumerateArray());

        var expected = QueryOracle
            .Answer(query with { Limit = All }, records.Select(Model), All, All)
            .Data.Select(record => $"{record["id"]}");
        var walked = seen.Select(record => record.GetProperty("id").GetRawText()).ToList();
        subject.Expect(walked.SequenceEqual(expected), $"{place} shows {string.Join(' ', walked)}, not {string.Join(' ', expected)}");
    }

    private string Expected(List<JsonObject> records, ModelQuery query)
    {
        var page = QueryOracle.Answer(query, records.Select(Model), defaultLimit: 25, maxLimit: All);
        return $"{page.Total?.ToString() ?? "null"} {page.Limit} {page.Skip} {string.Join(' ', page.Data.Select(record => record["id"]))}";
    }

    private static string Told(Reply reply)
    {
        var total = reply["total"].GetRawText();
        return $"{total} {reply["limit"]} {reply["skip"]} {string.Join(' ', reply["data"].EnumerateArray().Select(record => record.GetProperty("id")))}";
    }

    private IReadOnlyDictionary<string, object?> Model(JsonObject record) =>
        resource.Filters.ToDictionary(field => field.Field.Name, field => field.In(record));

    private ModelField Field(string name) => resource.Filters.Single(field => field.Field.Name == name).Field;

    private static bool IsEqual(JsonNode expected, string text) => JsonNode.DeepEquals(expected, JsonNode.Parse(text));
}
