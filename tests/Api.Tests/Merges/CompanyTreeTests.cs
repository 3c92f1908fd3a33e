using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class CompanyTreeTestsOnSqlite(SqliteApi api) : CompanyTreeTests(api);

public sealed class CompanyTreeTestsOnPostgres(PostgresApi api) : CompanyTreeTests(api);

/// <summary>Companies that are merged where they stand above each other: no circle comes about, and undone all is as it was.</summary>
public abstract class CompanyTreeTests(TestApi api)
{
    // Each company by its letter, and what is above it. A goes on in B.
    [Theory]
    [InlineData("A B", "B")]
    [InlineData("AP B P", "BP P")] // B has no parent, and takes that of A
    [InlineData("AP BQ P Q", "BQ P Q")] // it keeps its own
    [InlineData("A BA", "B")]
    [InlineData("AP BA P", "BP P")] // it takes the place of A
    [InlineData("AB B", "B")]
    [InlineData("AX XB B", "XB B")] // A is below: its parent would close a circle
    [InlineData("A XA BX", "B XB")] // B is below, over others
    [InlineData("AP XA BX P", "BP XB P")]
    [InlineData("A XA YA B", "B XB YB")]
    [InlineData("AP BP XA YB P", "BP XB YB P")]
    public async Task A_company_goes_on_in_another(string before, string after)
    {
        var (pair, letters) = await Grown(await api.NewTenant(), before.Split(' '));
        var rows = await OrganizationRows.Of(pair.Tenant);
        var merge = await pair.Merged();
        Assert.Equal(string.Join(' ', after.Split(' ').Order(StringComparer.Ordinal)), await Tree(pair.Tenant, letters));
        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal(rows, await OrganizationRows.Of(pair.Tenant));
    }

    // After the merge, companies are put elsewhere so that the old places would close circles.
    [Theory]
    [InlineData("AP XA BQ P Q", "PX", "AP BQ PX Q XB")] // what A would be below stays where it is
    [InlineData("A XA BX Y", "XY YB", "A B XY YB")] // nor does B go below itself again
    public async Task A_company_comes_back_without_closing_a_circle(string before, string moves, string after)
    {
        var (pair, letters) = await Grown(await api.NewTenant(), before.Split(' '));
        var merge = await pair.Merged();
        foreach (var move in moves.Split(' '))
            Assert.Equal(
                200,
                (await pair.Tenant.Patch($"/companies/{letters[move[0]]}", new { parent_company_id = letters[move[1]] })).Status
            );
        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal(after, await Tree(pair.Tenant, letters));
    }

    [Fact]
    public async Task Whatever_is_above_whatever_all_comes_back()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            var names = "ABCDEFGH".OrderBy(_ => random.Next()).ToArray();
            var tree = names.Select((name, i) => i == 0 || random.Next(4) == 0 ? $"{name}" : $"{name}{names[random.Next(i)]}");
            var (pair, letters) = await Grown(await api.NewTenant(), [.. tree]);
            var before = await OrganizationRows.Of(pair.Tenant);
            var merge = await pair.Merged();
            AssertNoCircle(await Tree(pair.Tenant, letters));
            Assert.Equal(200, (await pair.Undo(merge)).Status);
            Assert.Equal(before, await OrganizationRows.Of(pair.Tenant));
        }
    }

    private static async Task<(Pair Pair, Dictionary<char, long> Letters)> Grown(Tenant tenant, string[] tree)
    {
        var letters = new Dictionary<char, long>();
        foreach (var company in tree)
            letters[company[0]] = Pair.Id(await tenant.Create("/companies", new { name = $"{company[0]}" }));
        foreach (var company in tree.Where(company => company.Length == 2))
            await tenant.Patch($"/companies/{letters[company[0]]}", new { parent_company_id = letters[company[1]] });
        return (new(tenant, "/companies", letters['A'], letters['B']), letters);
    }

    private static async Task<string> Tree(Tenant tenant, Dictionary<char, long> letters)
    {
        var names = letters.ToDictionary(pair => $"{pair.Value}", pair => $"{pair.Key}");
        var companies = (await tenant.Get("/companies"))["data"].EnumerateArray();
        return string.Join(
            ' ',
            companies
                .Select(company => names[Pair.Text(company, "id")] + names.GetValueOrDefault(Pair.Text(company, "parent_company_id")))
                .Order(StringComparer.Ordinal)
        );
    }

    private static void AssertNoCircle(string tree)
    {
        var above = tree.Split(' ').ToDictionary(company => company[0], company => company.ElementAtOrDefault(1));
        foreach (var company in above.Keys)
        {
            var steps = 0;
            for (var at = company; at != default; at = above[at])
                Assert.True(++steps <= above.Count, $"{company} is above itself in {tree}");
        }
    }
}
