using System.Globalization;
using System.Text;

namespace AchieveApex.Lists;

/// <summary>The measurements as Markdown, each beside its ratio to the first page, newest first.</summary>
internal static class Table
{
    public static string Of(IReadOnlyList<Measurement> measured)
    {
        var standard = measured.First(one => one.Case is { Name: ListCases.Newest, IsDeep: false });
        var deep = measured.Where(one => one.Case.IsDeep).ToDictionary(one => one.Case.Name);
        var text = new StringBuilder(
            """
            page 4,000 / page 1 (page 1, page 4,000)

            | sort | index | records | blocks | PostgreSQL, ms | HTTP, ms |
            | --- | --- | --- | --- | --- | --- |

            """
        );
        foreach (var first in measured.Where(one => !one.Case.IsDeep && deep.ContainsKey(one.Case.Name)))
            text.Append(Row(first.Case.Name, Indexes(first, deep[first.Case.Name]), first, deep[first.Case.Name]));
        text.Append(
            $"""

            this / page 1, newest first (page 1, this)

            | list | index | records | blocks | PostgreSQL, ms | HTTP, ms |
            | --- | --- | --- | --- | --- | --- |

            """
        );
        foreach (var other in measured.Where(one => !deep.ContainsKey(one.Case.Name)))
            text.Append(Row(other.Case.Name, other.Indexes, standard, other));
        return text.ToString();
    }

    private static string Indexes(Measurement first, Measurement deep) =>
        first.Indexes == deep.Indexes ? first.Indexes : $"{first.Indexes}; {deep.Indexes}";

    private static string Row(string name, string indexes, Measurement one, Measurement other) =>
        $"| `{name}` | {indexes} | {Ratio(one.Records, other.Records, "N0")} | {Ratio(one.Blocks, other.Blocks, "N0")} "
        + $"| {Ratio(one.Database, other.Database, "N2")} | {Ratio(one.Http, other.Http, "N1")} |\n";

    private static string Ratio(double one, double other, string format) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"**{other / one:N2}** ({one.ToString(format, CultureInfo.InvariantCulture)}, {other.ToString(format, CultureInfo.InvariantCulture)})"
        );
}
