using AchieveApex.Application.Resources.Describing;

namespace AchieveApex.Lists;

/// <summary>A list that is read: 25 contacts of the large organization.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Query">What is asked.</param>
/// <param name="IsDeep">Whether it is page 4,000.</param>
internal sealed record ListCase(string Name, string Query, bool IsDeep = false);

/// <summary>Each sort by an index on its first page and on page 4,000, each filter by one, searches and totals.</summary>
internal static class ListCases
{
    public const string Newest = "newest first";
    private const string Page = "$total=false&$limit=25";

    // The page before page 4,000 is reached once by $skip, to learn the cursor.
    private const int Before = 3_998 * 25;
    private static readonly string[] Choices = ["lifecycle_stage"];

    public static async Task<IReadOnlyList<ListCase>> Of(Stage stage)
    {
        var fields = await stage.Fields();
        List<ListCase> cases = [.. await Pages(stage, Newest, "")];
        foreach (var field in fields.Where(field => field.Value == IndexUse.FilterAndSort))
        foreach (var direction in new[] { 1, -1 })
            cases.AddRange(await Pages(stage, $"$sort[{field.Key}]={direction}", $"$sort[{field.Key}]={direction}&"));
        cases.Add(new($"{Newest}, page 4,000 by $skip", $"{Page}&$skip={Before + 25}"));
        foreach (var field in fields.Where(field => field.Value > IndexUse.None))
            cases.AddRange(await Filters(stage, field.Key));
        return
        [
            .. cases,
            new("$search=grace", $"$search=grace&{Page}"),
            new("$search=grace+marsh", $"$search=grace+marsh&{Page}"),
            new("$search=grace+marshton", $"$search=grace+marshton&{Page}"),
            new("newest first, with total", "$limit=25"),
            new("total of lifecycle_stage=customer", "lifecycle_stage=customer&$limit=0"),
            new("total of $search=grace", "$search=grace&$limit=0"),
        ];
    }

    private static async Task<ListCase[]> Pages(Stage stage, string name, string sort)
    {
        var before = await stage.Large.Get($"/contacts?{sort}{Page}&$skip={Before}");
        var deep = before.Header("Link")?.Split('?', '>')[1] ?? throw new InvalidOperationException($"{name} has no page 4,000.");
        return [new(name, $"{sort}{Page}"), new(name, deep, IsDeep: true)];
    }

    private static async Task<IEnumerable<ListCase>> Filters(Stage stage, string field)
    {
        var (middle, other, large) = (await stage.Value(field, 0.5), await stage.Value(field, 0.25), await stage.Value(field, 0.99));
        List<ListCase> cases =
        [
            new($"{field}=…", $"{field}={middle}&{Page}"),
            new($"{field}[$in] two", $"{field}[$in][]={middle}&{field}[$in][]={other}&{Page}"),
        ];
        if (!Choices.Contains(field))
            cases.Add(new($"{field}[$gte] the upper 1 %", $"{field}[$gte]={large}&{Page}"));
        return cases;
    }
}
