using System.CommandLine;

namespace AchieveApex.Lists;

/// <summary>What the command line asks for.</summary>
/// <param name="Organizations">How many organizations there are.</param>
/// <param name="Contacts">How many contacts they have together.</param>
/// <param name="Large">How many of those one organization has.</param>
/// <param name="Rounds">How often each list is asked for, in turns with the others; the medians count.</param>
internal sealed record Plan(int Organizations, int Contacts, int Large, int Rounds)
{
    private static readonly Option<int> OrganizationsOption = Number("--organizations", 200, "Organizations");
    private static readonly Option<int> ContactsOption = Number("--contacts", 1_000_000, "Contacts of all organizations");
    private static readonly Option<int> LargeOption = Number("--large", 200_000, "Contacts of the largest one; at least 100,025");
    private static readonly Option<int> RoundsOption = Number("--rounds", 21, "How often each list is read, in turns; the medians count");

    /// <summary>Reads the command line, and runs the benchmark unless it asks for help or cannot be read.</summary>
    public static Task<int> Run(string[] args, Func<Plan, Task> benchmark)
    {
        var command = new RootCommand(
            "Reads lists of the largest of many organizations, over HTTP from the program on a PostgreSQL of its own, and prints Markdown tables."
        )
        {
            OrganizationsOption,
            ContactsOption,
            LargeOption,
            RoundsOption,
        };
        command.SetAction(parsed =>
            benchmark(
                new(
                    parsed.GetValue(OrganizationsOption),
                    parsed.GetValue(ContactsOption),
                    parsed.GetValue(LargeOption),
                    parsed.GetValue(RoundsOption)
                )
            )
        );
        return command.Parse(args).InvokeAsync();
    }

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
