using System.Text.Json.Nodes;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

/// <summary>
/// Clients of the released document can go on. When a break is meant, it is released: copy docs/openapi/v1.json over v1.released.json, and
/// say in the commit whom it hits.
/// </summary>
public sealed class BreakingChangeTests
{
    private const string Fields = "/components/schemas/ContactFields";
    private const string Create = "/paths/~1contacts/post";

    private static readonly string Released = Repository.Read("docs/openapi/v1.released.json");

    [Fact]
    public void Nothing_that_was_released_is_broken() =>
        Assert.Empty(new BreakingChanges(new Description(Released), Description.Kept).Find());

    /// <summary>What is said, where it is planted, and what stands there then; null takes it away.</summary>
    [Theory]
    [InlineData("/contacts/{id}: the path is gone", "/paths/~1contacts~1{id}", null)]
    [InlineData("POST /contacts: the operation is gone", Create, null)]
    [InlineData("POST /contacts: the operation id is another", Create + "/operationId", "\"addContact\"")]
    [InlineData("GET /health/live: a key is needed", "/paths/~1health~1live/get/security", null)]
    [InlineData("the answer 201 is gone", Create + "/responses/201", null)]
    [InlineData("the header Location is gone", Create + "/responses/201/headers/Location", null)]
    [InlineData("the media type application/json is gone", Create + "/responses/201/content/application~1json", null)]
    [InlineData(
        "the media type application/merge-patch+json is gone",
        "/paths/~1contacts~1{id}/patch/requestBody/content/application~1merge-patch+json",
        null
    )]
    [InlineData(
        "a body is needed",
        "/paths/~1contacts/get/requestBody",
        """{"content":{"application/json":{"schema":{"type":"object"}}}}"""
    )]
    [InlineData("the parameter query dry_run is gone", Create + "/parameters/1", null)]
    [InlineData("the parameter header Idempotency-Key is required now", "/components/parameters/idempotency-key/required", "true")]
    [InlineData(
        "the new parameter query reason is required",
        Create + "/parameters/0",
        """{"name":"reason","in":"query","required":true,"schema":{}}"""
    )]
    [InlineData(".first_name: the type null is no longer taken", Fields + "/properties/first_name/type", "\"string\"")]
    [InlineData(": the value \"lead\" is no longer taken", "/components/schemas/LifecycleStage/enum/1", null)]
    [InlineData(".first_name: the value any other is no longer taken", Fields + "/properties/first_name/enum", """["Jane"]""")]
    [InlineData(".external_id: minLength is higher", Fields + "/properties/external_id/minLength", "2")]
    [InlineData(".first_name: maxLength is lower", Fields + "/properties/first_name/maxLength", "99")]
    [InlineData(".owner_id: minimum is higher", Fields + "/properties/owner_id/minimum", "2")]
    [InlineData(".owner_id: maximum is lower", Fields + "/properties/owner_id/maximum", "2")]
    [InlineData(".first_name: pattern is another", Fields + "/properties/first_name/pattern", "\"^J\"")]
    [InlineData(".phone: format is another", Fields + "/properties/phone/format", "\"uuid\"")]
    [InlineData(": email is required now", Fields + "/required", """["email"]""")]
    [InlineData(": job_title is no longer taken", Fields + "/properties/job_title", null)]
    [InlineData(
        ": other members are no longer taken",
        "/components/schemas/ErrorData/additionalProperties",
        "false",
        "/components/schemas/ContactFields/properties/first_name"
    )]
    [InlineData(": a form is no longer taken", Create + "/requestBody/content/application~1json/schema/anyOf/1", null)]
    [InlineData(": job_title is gone", "/components/schemas/Contact/properties/job_title", null)]
    [InlineData(": id may be missing", "/components/schemas/Contact/required", "[]")]
    [InlineData(".version: may be null now", "/components/schemas/Contact/properties/version/type", """["integer","null"]""")]
    public void A_break_is_found(string expected, string place, string? planted, string? usedAt = null)
    {
        var (was, now) = (JsonNode.Parse(Released)!, JsonNode.Parse(Released)!);
        if (usedAt is not null)
            foreach (var document in new[] { was, now })
                Plant(document, usedAt, $$"""{"$ref":"#{{place[..place.LastIndexOf('/')]}}"}""");
        Plant(now, place, planted);
        var changes = new BreakingChanges(new Description(was.ToJsonString()), new Description(now.ToJsonString())).Find();
        Assert.Contains(changes, change => change.EndsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Fields + "/properties/nickname", """{"type":"string"}""")]
    [InlineData(Fields + "/properties/first_name/maxLength", "200")]
    [InlineData("/components/schemas/LifecycleStage/enum/8", "\"fan\"")]
    [InlineData("/components/schemas/Contact/properties/nickname", """{"type":"string"}""")]
    [InlineData(Create + "/parameters/9", """{"name":"reason","in":"query","schema":{}}""")]
    public void An_addition_is_none(string place, string planted)
    {
        var now = JsonNode.Parse(Released)!;
        Plant(now, place, planted);
        Assert.Empty(new BreakingChanges(new Description(Released), new Description(now.ToJsonString())).Find());
    }

    private static void Plant(JsonNode document, string place, string? planted)
    {
        var names = place.Split('/').Skip(1).Select(name => name.Replace("~1", "/")).ToList();
        var parent = names.SkipLast(1).Aggregate(document, (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);
        var value = planted is null ? null : JsonNode.Parse(planted);
        if (parent is JsonObject members)
            _ = planted is null ? members.Remove(names[^1]) : Set(members, names[^1], value);
        else if (planted is null)
            parent.AsArray().RemoveAt(int.Parse(names[^1]));
        else
            parent.AsArray().Insert(Math.Min(int.Parse(names[^1]), parent.AsArray().Count), value);
    }

    private static bool Set(JsonObject members, string name, JsonNode? value)
    {
        members[name] = value;
        return true;
    }
}
