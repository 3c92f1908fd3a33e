using System.Text.Json;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

/// <summary>The check that judges answers finds what is wrong with them.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "1")]
    [InlineData("""{"type":["null","string"]}""", "true")]
    [InlineData("""{"type":"integer"}""", "1.5")]
    [InlineData("""{"enum":["a"]}""", "\"b\"")]
    [InlineData("""{"minimum":2}""", "1")]
    [InlineData("""{"maximum":2}""", "3")]
    [InlineData("""{"minLength":2}""", "\"a\"")]
    [InlineData("""{"maxLength":2}""", "\"abc\"")]
    [InlineData("""{"pattern":"^a"}""", "\"b\"")]
    [InlineData("""{"format":"date-time"}""", "\"2026-01-31\"")]
    [InlineData("""{"minItems":1}""", "[]")]
    [InlineData("""{"maxItems":1}""", "[1,2]")]
    [InlineData("""{"items":{"type":"string"}}""", "[1]")]
    [InlineData("""{"minProperties":1}""", "{}")]
    [InlineData("""{"maxProperties":0}""", """{"a":1}""")]
    [InlineData("""{"required":["a"]}""", "{}")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1}""")]
    [InlineData("""{"properties":{"a":{}}}""", """{"b":1}""")]
    [InlineData("""{"patternProperties":{"^a$":{}},"additionalProperties":false}""", """{"b":1}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"b":1}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "1")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"minimum":1}]}""", "1")]
    [InlineData("""{"unheardOf":1}""", "1")]
    public void A_value_that_breaks_a_bound_is_found(string schema, string value) =>
        Assert.NotEmpty(new SchemaCheck(Description.Kept).Problems(JsonElement.Parse(schema), JsonElement.Parse(value)));

    [Theory]
    [InlineData("""{"type":["null","string"],"maxLength":2}""", "null")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"😀😀\"")]
    [InlineData("""{"properties":{"a":{"type":"integer","minimum":1,"maximum":1}},"required":["a"]}""", """{"a":1}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "null")]
    [InlineData("""{"$ref":"#/components/schemas/NoValue"}""", "\"\"")]
    public void A_value_within_its_bounds_is_fine(string schema, string value) =>
        Assert.Empty(new SchemaCheck(Description.Kept).Problems(JsonElement.Parse(schema), JsonElement.Parse(value)));
}
