using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.CustomFields;

public sealed class CustomFieldDocumentTestsOnSqlite(SqliteApi api) : CustomFieldDocumentTests(api);

public sealed class CustomFieldDocumentTestsOnPostgres(PostgresApi api) : CustomFieldDocumentTests(api);

/// <summary>The document that a key fetches tells what its organization added, and nobody else's.</summary>
public abstract class CustomFieldDocumentTests(TestApi api)
{
    private const string Path = "/openapi/v1.json";

    [Fact]
    public async Task A_key_fetches_the_custom_fields_of_its_organization()
    {
        var acme = await api.NewTenant();
        await acme.Create("/custom-fields", Field("contacts", "score", "whole_number", [], isRequired: true));
        await acme.Create("/custom-fields", Field("contacts", "tier", "enum", ["gold", "silver"]));
        await acme.Create("/custom-fields", Field("contacts", "colors", "multi_enum", ["red", "green"]));
        var document = (await acme.Get(Path)).Body;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(
            "#/components/schemas/ContactCustomFields",
            Reference(schemas.GetProperty("Contact").GetProperty("properties").GetProperty("custom_fields"))
        );
        var shown = schemas.GetProperty("ContactCustomFields").GetProperty("properties");
        Assert.Equal(["score", "tier", "colors"], shown.EnumerateObject().Select(field => field.Name));
        Assert.False(shown.GetProperty("tier").TryGetProperty("enum", out _)); // an option that was removed may be shown
        var made = schemas.GetProperty("ContactFieldsCustomFields");
        Assert.Equal(
            ["gold", "silver", null],
            made.GetProperty("properties").GetProperty("tier").GetProperty("enum").EnumerateArray().Select(option => option.GetString())
        );
        Assert.Equal("score", made.GetProperty("required")[0].GetString());
        Assert.False(schemas.GetProperty("ContactPatchCustomFields").TryGetProperty("required", out _));
        foreach (var written in (string[])["ContactFieldsCustomFields", "ContactPatchCustomFields"])
            Assert.False(schemas.GetProperty(written).GetProperty("additionalProperties").GetBoolean());
        Assert.True(schemas.GetProperty("ContactSort").GetProperty("properties").TryGetProperty("custom_fields.score", out _));
        Assert.True(schemas.GetProperty("ContactCondition").GetProperty("properties").TryGetProperty("custom_fields.tier", out _));
        Assert.False(schemas.GetProperty("ContactCondition").GetProperty("properties").TryGetProperty("custom_fields.colors", out _));
        Assert.Contains(
            "custom_fields.colors",
            schemas.GetProperty("ContactFieldName").GetProperty("enum").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Contains("#/components/parameters/Contact.custom_fields.score", Parameters(document, "/contacts", "get"));
        Assert.Equal(
            "#/components/schemas/CustomValues",
            Reference(schemas.GetProperty("Company").GetProperty("properties").GetProperty("custom_fields"))
        );
    }

    [Fact]
    public async Task Others_are_told_nothing_of_them()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var before = (await globex.Get(Path)).Text;
        await acme.Create("/custom-fields", Field("contacts", "secret_project", "text", []));
        Assert.Contains("secret_project", (await acme.Get(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await globex.Get(Path)).Text);
        using var anonymous = api.Anonymous();
        Assert.Equal(before, await anonymous.GetStringAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_key_that_does_not_work_fetches_nothing()
    {
        var reply = await (await api.NewTenant()).With("aax_wrong").Get(Path);
        Assert.Equal((401, "Invalid API key"), (reply.Status, reply["message"].GetString()));
    }

    private static object Field(string resource, string key, string type, string[] options, bool isRequired = false) =>
        new
        {
            resource,
            key,
            label = key,
            type,
            options,
            is_required = isRequired,
        };

    private static string? Reference(JsonElement schema) => schema.GetProperty("$ref").GetString();

    private static IEnumerable<string?> Parameters(JsonElement document, string path, string method) =>
        document
            .GetProperty("paths")
            .GetProperty(path)
            .GetProperty(method)
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.TryGetProperty("$ref", out var reference) ? reference.GetString() : null);
}
