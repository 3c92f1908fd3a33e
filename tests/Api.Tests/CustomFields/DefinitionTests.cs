using System.Text.Json.Nodes;
using AchieveApex.Support;
using Xunit;
using static AchieveApex.Api.Tests.CustomFields.Defining;

namespace AchieveApex.Api.Tests.CustomFields;

public sealed class DefinitionTestsOnSqlite(SqliteApi api) : DefinitionTests(api);

public sealed class DefinitionTestsOnPostgres(PostgresApi api) : DefinitionTests(api);

/// <summary>What can be said of a custom field, and when it can be taken back.</summary>
public abstract class DefinitionTests(TestApi api)
{
    [Theory]
    [InlineData("""{"key":"Score"}""", "key", "must be in snake_case")]
    [InlineData("""{"key":"score\n"}""", "key", "must be in snake_case")]
    [InlineData("""{"resource":"nothing"}""", "resource", "must be one of: api-keys, companies")]
    [InlineData("""{"type":"color"}""", "type", "must be one of: text, whole_number")]
    [InlineData("""{"type":"enum"}""", "options", "must be there for an enum")]
    [InlineData("""{"options":["a"]}""", "options", "must be there for an enum")]
    [InlineData("""{"type":"enum","options":["a","a"]}""", "options", "must hold each option once")]
    [InlineData("""{"type":"enum","options":[" "]}""", "options", "must hold texts of 1 to 100 characters")]
    public async Task A_definition_has_to_make_sense(string wrong, string field, string problem)
    {
        var acme = await api.NewTenant();
        var body = JsonNode.Parse("""{"resource":"contacts","key":"score","label":"Score"}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(wrong)!.AsObject())
            body[name] = value?.DeepClone();
        Assert.StartsWith(problem, Problem(await acme.Post("/custom-fields", body), field), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resource":"companies"}""")]
    [InlineData("""{"key":"other"}""")]
    [InlineData("""{"type":"text"}""")]
    public async Task What_names_a_field_and_what_it_is_stays(string patch)
    {
        var acme = await api.NewTenant();
        var path = $"/custom-fields/{await Define(acme, "tier", "enum")}";
        var before = (await acme.Get(path)).Text;
        Assert.Equal(200, (await acme.Patch(path, patch)).Status);
        Assert.Equal(before, (await acme.Get(path)).Text);
        Assert.StartsWith("must be there", Problem(await acme.Patch(path, """{"options":[]}"""), "options"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_there_once_for_each_resource()
    {
        var acme = await api.NewTenant();
        var id = await Define(acme, "tier", "enum");
        var again = await acme.Post("/custom-fields", Definition("contacts", "tier", "text", false));
        Assert.Equal((409, id), (again.Status, again["data"].GetProperty("existing_id").GetInt64()));
        Assert.Equal("is already in use", Problem(again, "key", 409));
        Assert.Equal(201, (await acme.Post("/custom-fields", Definition("companies", "tier", "text", false))).Status);
    }

    [Fact]
    public async Task A_field_in_use_is_not_removed_and_not_defined_as_something_else()
    {
        var acme = await api.NewTenant();
        var path = await New(acme, """{"tier":"gold"}""");
        var misfit = await acme.Post("/custom-fields", Definition("contacts", "tier", "whole_number", false));
        Assert.Equal(409, misfit.Status);
        Assert.Equal("contacts hold values of 'tier' already that do not fit: each must be a whole number", misfit["message"].GetString());
        var id = await Define(acme, "tier", "enum");
        var refused = await acme.Delete($"/custom-fields/{id}");
        Assert.Equal((409, 1), (refused.Status, refused["data"].GetProperty("used_by").GetProperty("contacts").GetInt32()));
        await acme.Patch(path, """{"custom_fields":{"tier":null}}""");
        Assert.Equal(200, (await acme.Delete($"/custom-fields/{id}")).Status);
    }
}
