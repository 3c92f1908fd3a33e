using System.Text.RegularExpressions;
using AchieveApex.Application.Resources.Describing;
using Xunit;

namespace AchieveApex.Api.Tests.Reading;

/// <summary>What the document says of indexes, held against PostgreSQL's plans of the program's own SQL.</summary>
public sealed class IndexTests(IndexedLists lists) : IClassFixture<IndexedLists>
{
    private static readonly string[] Served = ["", "[$in]", "[$lt]", "[$lte]", "[$gt]", "[$gte]"];
    private static readonly string[] Sorted =
    [
        "id",
        "created_at",
        "updated_at",
        "last_name",
        "email",
        "company_id",
        "lifecycle_stage",
        "owner_id",
    ];

    private IEnumerable<FieldDescription> Indexed => lists.Fields.Where(known => known.Value > IndexUse.None).Select(known => known.Key);

    [Fact]
    public async Task The_document_names_the_fields_that_an_index_serves()
    {
        var document = await lists.Document();
        Assert.Equal([.. Sorted.Append("external_id").Order()], Indexed.Select(field => field.Name).Order());
        var order = Regex
            .Match(document, "\"Contact.sort\".*?An index has the order of ([^.]*)\\.", RegexOptions.Singleline)
            .Groups[1]
            .Value;
        Assert.Equal([.. Sorted.Order()], order.Split('`', ',', ' ').Where(name => name.Length > 0).Order());
        foreach (var (field, use) in lists.Fields)
            Assert.Matches(
                $"a value that it has to equal, or operators\\.{(use > IndexUse.None ? " Found by an index." : "")}\"",
                Parameter(document, field)
            );
    }

    [Fact]
    public async Task Every_operator_that_an_index_serves_reads_the_index_of_its_field()
    {
        foreach (var field in Indexed)
            Assert.Empty(await Unserved(field));
    }

    // Also where the value is one that many have, or the operator excludes few: then the newest are read until the page is full.
    [Fact]
    public async Task Every_filter_reads_no_more_than_an_index_of_the_organization()
    {
        foreach (var field in Indexed)
        foreach (var name in field.Operators.Prepend("").Select(name => name.Length > 0 ? $"[{name}]" : ""))
        foreach (var plan in await lists.Plans($"{field.Name}{name}={await Escaped(field, 0.5)}&$total=false"))
            Assert.Empty(lists.Wrong(plan));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Every_sort_is_the_order_of_an_index_also_behind_a_cursor(int direction)
    {
        foreach (var field in Sorted)
            Assert.Empty(await Unsorted(field, direction));
    }

    [Fact]
    public async Task A_search_is_one_statement_that_an_index_of_words_serves()
    {
        Assert.DoesNotContain(
            "Seq Scan",
            Assert.Single(await lists.Plans("$search=grace+marshton&$total=false")),
            StringComparison.Ordinal
        );
        var body = await lists.Database.Scalar<string>("SELECT prosrc FROM pg_proc WHERE proname = 'search_contacts'");
        var plan = await lists.Database.Rows($"EXPLAIN {body!.Replace("wanted", "'''grace'':*'", StringComparison.Ordinal)}");
        Assert.Contains("ix_contacts_search", string.Join('\n', plan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("last_name")]
    [InlineData("updated_at")]
    [InlineData("lifecycle_stage")]
    [InlineData("owner_id")]
    public async Task Without_its_index_a_field_is_found_out(string field)
    {
        var index = $"ix_contacts_organization_id_{field}_id";
        var made = await lists.Database.Scalar<string>($"SELECT pg_get_indexdef('{index}'::regclass)");
        await lists.Database.Execute($"DROP INDEX {index}");
        try
        {
            Assert.NotEmpty(await Unserved(Indexed.Single(known => known.Name == field)));
            Assert.NotEmpty(await Unsorted(field, 1));
            Assert.NotEmpty(await Unsorted(field, -1));
        }
        finally
        {
            await lists.Database.Execute(made!);
        }
    }

    // Counted, so that nothing but the condition speaks for an index; by values that few records have, so that it is worth one.
    private async Task<List<string>> Unserved(FieldDescription field)
    {
        var unserved = new List<string>();
        foreach (var name in Served.Where(name => name.Length == 0 || field.Operators.Contains(name.Trim('[', ']'))))
        {
            var value = await Escaped(field, name.Contains('g', StringComparison.Ordinal) ? 0.99 : 0.01);
            foreach (var plan in await lists.Plans($"{field.Name}{name}={value}&$limit=0"))
                if (!Regex.IsMatch(plan, $@"Index Cond: .*organization_id = .*\b{field.Name}\b") || lists.Wrong(plan).Any())
                    unserved.Add($"{field.Name}{name}={value}:\n{plan}");
        }

        return unserved;
    }

    private async Task<List<string>> Unsorted(string field, int direction)
    {
        var unsorted = new List<string>();
        var first = $"$sort[{field}]={direction}&$total=false&$limit=25";
        foreach (var page in new[] { first, await lists.After(first), await lists.After($"{first}&$skip=6000") })
        foreach (var plan in await lists.Plans(page))
            if (plan.Contains("Sort", StringComparison.Ordinal) || lists.Wrong(plan).Any())
                unsorted.Add($"{page}:\n{plan}");

        return unsorted;
    }

    private async Task<string> Escaped(FieldDescription field, double part) => Uri.EscapeDataString(await lists.Value(field.Name, part));

    private static string Parameter(string document, FieldDescription field) =>
        Regex.Match(document, $"\"Contact.{field.Name}\": *\\{{.*?\"description\": *\"[^\"]*\"", RegexOptions.Singleline).Value;
}
