using System.Globalization;
using System.Text.RegularExpressions;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class ContactFieldTestsOnSqlite(SqliteApi api) : ContactFieldTests(api);

public sealed class ContactFieldTestsOnPostgres(PostgresApi api) : ContactFieldTests(api);

/// <summary>What each field of a contact holds.</summary>
public abstract partial class ContactFieldTests(TestApi api)
{
    private const string Domain = "@example.com";

    public static TheoryData<string> OddTexts { get; } =
    [
        "😀👩‍👩‍👧‍👦🏳️‍🌈",
        "שלום مرحبا \u202Eabc\u202C",
        "e\u0301 é \u0915\u093F \u0E33",
        "\u0001\u007F\t\r\n\u2028\u2029",
        "\"\\/<script>alert('x')</script>&amp;%00",
        "'; DROP TABLE contacts; --",
        "\uFFFD\uFFFE\uFFFF\U0010FFFF\U00020000",
        "  inner  space  ",
        "𝒳 ß ǆ İ ı ﬁ",
    ];

    [Theory, MemberData(nameof(OddTexts))]
    public async Task Any_text_comes_back_as_it_was_sent(string text)
    {
        var acme = await api.NewTenant();
        var body = new { first_name = text, custom_fields = new { note = text, list = new[] { text } } };
        var created = await acme.Create("/contacts", body);
        var read = (await acme.Get($"/contacts?first_name={Uri.EscapeDataString(text)}"))["data"][0];
        Assert.Equal(created.GetRawText(), read.GetRawText());
        Assert.Equal(text, read.GetProperty("first_name").GetString());
        Assert.Equal(text, read.GetProperty("custom_fields").GetProperty("note").GetString());
        Assert.Equal(text, read.GetProperty("custom_fields").GetProperty("list")[0].GetString());
    }

    [Fact]
    public async Task Times_are_RFC_3339_in_UTC_with_milliseconds()
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { last_name = "Doe" });
        Assert.Matches(Time(), contact.GetProperty("created_at").GetString());
        Assert.Equal(contact.GetProperty("created_at").GetString(), contact.GetProperty("updated_at").GetString());
        Assert.InRange(contact.GetProperty("created_at").GetDateTimeOffset(), Now.AddMinutes(-1), Now.AddMinutes(1));
    }

    [Theory]
    [InlineData("first_name", 100)]
    [InlineData("last_name", 100)]
    [InlineData("job_title", 200)]
    [InlineData("company_name", 255)]
    [InlineData("external_id", 255)]
    public async Task A_text_has_a_longest_length(string field, int longest)
    {
        var acme = await api.NewTenant();
        var fits = await acme.Post("/contacts", Field(field, new string('é', longest)));
        var isLonger = await acme.Post("/contacts", Field(field, new string('é', longest + 1)));
        Assert.Equal((201, 400), (fits.Status, isLonger.Status));
        Assert.Contains($"{longest} characters", isLonger["errors"].GetProperty(field)[0].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_has_at_most_254_characters()
    {
        var acme = await api.NewTenant();
        Assert.Equal(201, (await acme.Post("/contacts", Field("email", new string('a', 254 - Domain.Length) + Domain))).Status);
        Assert.Equal(400, (await acme.Post("/contacts", Field("email", new string('a', 255 - Domain.Length) + Domain))).Status);
    }

    [Fact]
    public async Task A_phone_number_has_at_most_50_characters()
    {
        var acme = await api.NewTenant();
        Assert.Equal(201, (await acme.Post("/contacts", Field("phone", "555".PadLeft(50)))).Status);
        Assert.Equal(400, (await acme.Post("/contacts", Field("phone", "555".PadLeft(51)))).Status);
    }

    [Theory]
    [InlineData("lead_score", "-2147483648")]
    [InlineData("lead_score", "2147483647")]
    [InlineData("lead_score", "-0")]
    [InlineData("do_not_contact", "true")]
    [InlineData("lifecycle_stage", "\"marketing_qualified_lead\"")]
    [InlineData("lead_source", "\"public_relations\"")]
    public async Task A_value_within_its_type_is_kept(string field, string value)
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", $$"""{"last_name":"Doe","{{field}}":{{value}}}""");
        Assert.Equal(value == "-0" ? "0" : value, contact.GetProperty(field).GetRawText());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("-0.10")]
    [InlineData("1.50")]
    [InlineData("0.1")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("-1234567890123456789.123456789")]
    public async Task A_number_in_custom_fields_is_answered_the_same_when_it_is_created_and_when_it_is_read(string number)
    {
        var acme = await api.NewTenant();
        var created = await acme.Create(
            "/contacts",
            """{"last_name":"Doe","custom_fields":{"n":0}}""".Replace("0", number, StringComparison.Ordinal)
        );
        var read = await acme.Get($"/contacts/{created.GetProperty("id")}");
        Assert.Equal(created.GetProperty("custom_fields").GetRawText(), read["custom_fields"].GetRawText());
    }

    [Theory]
    [InlineData("""{"a":true,"b":false,"c":"","d":[],"e":["",""],"f":-1.5}""")]
    [InlineData("""{"a":1,"a1":2,"a_":3,"aa":4,"b":5}""")]
    public async Task Custom_fields_come_back_as_they_were_sent(string fields)
    {
        var acme = await api.NewTenant();
        var created = await acme.Create("/contacts", $$"""{"last_name":"Doe","custom_fields":{{fields}}}""");
        Assert.Equal(fields, (await acme.Get($"/contacts/{created.GetProperty("id")}"))["custom_fields"].GetRawText());
    }

    [Fact]
    public async Task Custom_fields_are_bounded_in_number_and_length()
    {
        var acme = await api.NewTenant();
        Assert.Equal(201, await Status(Numbered(100)));
        Assert.Equal(400, await Status(Numbered(101)));
        Assert.Equal(201, await Status(new() { ["a"] = new string('é', 2000) }));
        Assert.Equal(400, await Status(new() { ["a"] = new string('é', 2001) }));
        Assert.Equal(201, await Status(new() { ["a"] = Enumerable.Repeat("x", 100).ToArray() }));
        Assert.Equal(400, await Status(new() { ["a"] = Enumerable.Repeat("x", 101).ToArray() }));
        Assert.Equal(201, await Status(new() { [new string('a', 63)] = 1 }));
        Assert.Equal(400, await Status(new() { [new string('a', 64)] = 1 }));

        async Task<int> Status(Dictionary<string, object> fields) =>
            (await acme.Post("/contacts", new { last_name = "Doe", custom_fields = fields })).Status;

        static Dictionary<string, object> Numbered(int count) =>
            Enumerable.Range(0, count).ToDictionary(i => string.Create(CultureInfo.InvariantCulture, $"f{i}"), i => (object)i);
    }

    [Theory]
    [InlineData("+49 (0)30 123456", "+4930123456")]
    [InlineData("+1 650-253-0000", "+16502530000")]
    [InlineData("  +44 20 7946 0018", "+442079460018")]
    [InlineData("030 123456", null)]
    [InlineData("555 0100 ext. 7", null)]
    public async Task A_phone_number_is_kept_as_typed_and_in_E164_when_it_says_its_country(string phone, string? e164)
    {
        var contact = await (await api.NewTenant()).Create("/contacts", new { phone });
        Assert.Equal((phone, e164), (contact.GetProperty("phone").GetString(), contact.GetProperty("phone_e164").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("call me")]
    [InlineData("+")]
    [InlineData("+1")]
    [InlineData("+999 123456")]
    [InlineData("+49 call me")]
    public async Task A_phone_number_that_is_none_is_refused(string phone)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", new { phone, last_name = "Doe" });
        Assert.Equal("""{"phone":["must be a valid phone number"]}""", reply["errors"].GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("jane")]
    [InlineData("@example.com")]
    [InlineData("jane@")]
    [InlineData("a@b@c")]
    [InlineData(" ")]
    public async Task An_address_that_is_none_is_refused(string email)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", new { email, last_name = "Doe" });
        Assert.Equal("""{"email":["must be a valid email address"]}""", reply["errors"].GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"first_name":null,"email":null}""")]
    [InlineData("""{"first_name":"","last_name":"  "}""")]
    [InlineData("""{"company_name":"Acme","external_id":"x"}""")]
    public async Task A_contact_needs_something_to_know_it_by(string body)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", body);
        Assert.Equal("""{"email":["is required, or one of: phone, first_name, last_name"]}""", reply["errors"].GetRawText());
    }

    [Theory]
    [InlineData("phone", "\"+49 30 123456\"")]
    [InlineData("first_name", "\"Jane\"")]
    [InlineData("last_name", "\"Doe\"")]
    [InlineData("email", "\"jane@example.com\"")]
    public async Task One_of_them_is_enough(string field, string value)
    {
        Assert.Equal(201, (await (await api.NewTenant()).Post("/contacts", $$"""{"{{field}}":{{value}}}""")).Status);
    }

    private static Dictionary<string, string> Field(string name, string value)
    {
        var body = new Dictionary<string, string> { ["last_name"] = "Doe" };
        body[name] = value;
        return body;
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Time();
}
