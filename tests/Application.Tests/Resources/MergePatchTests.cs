using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Application.Resources;
using Xunit;

namespace AchieveApex.Application.Tests.Resources;

public sealed class MergePatchTests
{
    // RFC 7396, appendix A, where both are objects: a body that is none is refused before.
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", """{}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("""{}""", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    [InlineData("""{"a":"text"}""", """{"a":{"b":1}}""", """{"a":{"b":1}}""")]
    [InlineData("""{"a":1}""", """{}""", """{"a":1}""")]
    public void A_patch_is_merged_as_the_standard_says(string target, string patch, string result)
    {
        var merged = JsonNode.Parse(target)!.AsObject();
        MergePatch.Apply(merged, JsonElement.Parse(patch));
        Assert.Equal(result, merged.ToJsonString());
    }
}
