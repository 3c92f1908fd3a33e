using System.Text.Json;
using AchieveApex.Application.Resources;
using Xunit;

namespace AchieveApex.Application.Tests.Resources;

public sealed class MergePatchTests
{
    // RFC 7396, appendix A, as far as fields have those types: of others a body is refused before.
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", """{}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"list":["b"]}""", """{"list":["c","d"]}""", """{"list":["c","d"]}""")]
    [InlineData("""{"list":["b"]}""", """{"list":[]}""", """{"list":[]}""")]
    [InlineData(
        """{"custom_fields":{"b":"c","x":1}}""",
        """{"custom_fields":{"b":"d","c":null}}""",
        """{"custom_fields":{"b":"d","x":1}}"""
    )]
    [InlineData("""{"custom_fields":{"b":["c"]}}""", """{"custom_fields":{"b":null}}""", """{}""")]
    [InlineData("""{"custom_fields":{"b":"c"}}""", """{"custom_fields":null}""", """{}""")]
    [InlineData("""{}""", """{"custom_fields":{"bb":null}}""", """{}""")]
    [InlineData("""{"level":5}""", """{"level":null}""", """{}""")]
    [InlineData("""{"a":"b"}""", """{}""", """{"a":"b"}""")]
    [InlineData("""{"a":"b"}""", """{"id":5,"shown":"x"}""", """{"a":"b"}""")]
    public void A_patch_is_merged_as_the_standard_says(string target, string patch, string result)
    {
        var fields = Read(target);
        MergePatch.Apply(fields, JsonElement.Parse(patch));
        Assert.Equal(JsonSerializer.Serialize(Read(result), WireFormat.Options), JsonSerializer.Serialize(fields, WireFormat.Options));
    }

    [Fact]
    public void What_was_merged_does_not_hang_on_the_body_that_it_came_from()
    {
        var fields = Read("{}");
        using (var body = JsonDocument.Parse("""{"custom_fields":{"b":"c"}}"""))
            MergePatch.Apply(fields, body.RootElement);
        Assert.Equal("c", fields.CustomFields["b"].GetString());
    }

    private static Sample Read(string json) => JsonSerializer.Deserialize<Sample>(json, WireFormat.Options)!;

    private sealed record Sample(string? A = null, string? B = null, IReadOnlyList<string>? List = null, int Level = 3) : RecordFields
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string? Shown => A;
    }
}
