using System.Text.Json;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Resources;
using Xunit;

namespace AchieveApex.Application.Tests.Resources;

public sealed class ValueCheckTests
{
    private const string Whole = "must be a whole number";
    private const string Time = "must be an RFC 3339 time, for example 2026-01-31T09:30:00Z";

    [Theory]
    [InlineData("Text", "\"x\"", null)]
    [InlineData("Text", "null", null)]
    [InlineData("Text", "1", "must be a string")]
    [InlineData("Text", "{}", "must be a string")]
    [InlineData("Text", "\"a\\u0000b\"", "must not contain the character U+0000")]
    [InlineData("Text", "\"\\ud800\"", "must be valid Unicode text")]
    [InlineData("Number", "1", null)]
    [InlineData("Number", "null", Whole)]
    [InlineData("Number", "1.5", Whole)]
    [InlineData("Number", "\"1\"", Whole)]
    [InlineData("Number", "2147483648", Whole)]
    [InlineData("Long", "9223372036854775807", null)]
    [InlineData("Long", "9223372036854775808", Whole)]
    [InlineData("Long", "null", null)]
    [InlineData("Flag", "true", null)]
    [InlineData("Flag", "\"true\"", "must be true or false")]
    [InlineData("Flag", "0", "must be true or false")]
    [InlineData("Moment", "\"2026-01-31T09:30:00Z\"", null)]
    [InlineData("Moment", "\"2026-01-31\"", Time)]
    [InlineData("Moment", "1", Time)]
    [InlineData("Texts", "[\"a\"]", null)]
    [InlineData("Texts", "[]", null)]
    [InlineData("Texts", "[1]", "must be an array of strings: each must be a string")]
    [InlineData("Texts", "[null]", "must be an array of strings: each must be a string")]
    [InlineData("Texts", "\"a\"", "must be an array of strings")]
    [InlineData("Stage", "\"marketing_qualified_lead\"", null)]
    [InlineData(
        "Stage",
        "0",
        "must be one of: subscriber, lead, marketing_qualified_lead, sales_qualified_lead, opportunity, customer, evangelist, other"
    )]
    [InlineData(
        "Stage",
        "\"Lead\"",
        "must be one of: subscriber, lead, marketing_qualified_lead, sales_qualified_lead, opportunity, customer, evangelist, other"
    )]
    [InlineData("Custom", "null", null)]
    [InlineData("Custom", "1", "must be an object")]
    public void A_value_has_the_type_of_its_field(string field, string json, string? problem)
    {
        var check = ValueCheck.For(typeof(Fields).GetProperty(field)!);
        Assert.Equal(problem, check(JsonElement.Parse(json)));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("[]", "must be an object")]
    [InlineData("""{"a":"x","b":1.50,"c":true,"d":null,"e":["x"]}""", null)]
    [InlineData("""{"A":1}""", "must have keys in snake_case of at most 63 characters")]
    [InlineData("""{"1a":1}""", "must have keys in snake_case of at most 63 characters")]
    [InlineData("""{"a-b":1}""", "must have keys in snake_case of at most 63 characters")]
    [InlineData("""{"a\n":1}""", "must have keys in snake_case of at most 63 characters")]
    [InlineData("""{"a":{}}""", "a must be a string, a number, true, false, null or an array of strings")]
    [InlineData("""{"a":[1]}""", "a must be an array of strings: each must be a string")]
    [InlineData("""{"a":[["x"]]}""", "a must be an array of strings: each must be a string")]
    [InlineData("""{"a":1e5}""", "a must be a number in plain notation of at most 30 characters")]
    [InlineData("""{"a":1234567890123456789012345678901}""", "a must be a number in plain notation of at most 30 characters")]
    [InlineData("""{"a":"x\u0000"}""", "a must not contain the character U+0000")]
    public void Custom_fields_are_small_flat_and_the_same_everywhere(string json, string? problem) =>
        Assert.Equal(problem, CustomFieldsCheck.ProblemOf(JsonElement.Parse(json)));

    [Theory]
    [InlineData(100, 2000, 63, true)]
    [InlineData(101, 1, 5, false)]
    [InlineData(1, 2001, 5, false)]
    [InlineData(1, 1, 64, false)]
    public void Custom_fields_are_bounded(int count, int length, int key, bool isFine)
    {
        var fields = Enumerable
            .Range(0, count)
            .ToDictionary(i => $"{i}".PadLeft(key - 1, '0').Insert(0, "k"), _ => new string('x', length));
        Assert.Equal(isFine, CustomFieldsCheck.ProblemOf(JsonSerializer.SerializeToElement(fields)) is null);
    }

    [Theory]
    [InlineData("2026-01-31T09:30:00Z", "2026-01-31T09:30:00.000Z")]
    [InlineData("2026-01-31T09:30:00.1Z", "2026-01-31T09:30:00.100Z")]
    [InlineData("2026-01-31T09:30:00.1239999Z", "2026-01-31T09:30:00.123Z")]
    [InlineData("2026-01-31T09:30:00+02:00", "2026-01-31T07:30:00.000Z")]
    [InlineData("2026-01-31T23:30:00-05:30", "2026-02-01T05:00:00.000Z")]
    [InlineData("1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z")]
    [InlineData("2026-01-31T09:30:00", null)]
    [InlineData("2026-01-31 09:30:00Z", null)]
    [InlineData("2026-01-31T09:30Z", null)]
    [InlineData("2026-02-30T09:30:00Z", null)]
    [InlineData("2026-01-31T24:00:00Z", null)]
    [InlineData("2026-01-31T09:30:00+2", null)]
    [InlineData(" 2026-01-31T09:30:00Z", null)]
    [InlineData("", null)]
    [InlineData("0001-01-01T00:00:00+14:00", null)]
    public void A_time_is_read_with_its_offset_and_written_in_utc_with_milliseconds(string text, string? written)
    {
        var isTime = Rfc3339Converter.TryParse(text, out var time);
        Assert.Equal(written, isTime ? JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(time, WireFormat.Options)) : null);
    }

    private sealed record Fields(
        string? Text,
        int Number,
        long? Long,
        bool Flag,
        DateTimeOffset Moment,
        IReadOnlyList<string> Texts,
        LifecycleStage? Stage,
        CustomValues Custom
    );
}
