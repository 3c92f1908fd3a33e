using System.CommandLine;

namespace AchieveApex.Http;

/// <summary>What the command line asks for.</summary>
/// <param name="Seconds">How long a round is.</param>
/// <param name="Rounds">How many rounds each program has, in turns; the median counts.</param>
/// <param name="WarmUp">Seconds of load on each program before the first round of each kind of work.</param>
/// <param name="Connections">How many clients there are, each with a connection of its own and one request at a time.</param>
/// <param name="Contacts">How many contacts the organization has.</param>
/// <param name="Only">Parts of names: the work whose name holds one of them is measured; all work when there are none.</param>
internal sealed record Plan(int Seconds, int Rounds, int WarmUp, int Connections, int Contacts, string[] Only)
{
    private static readonly Option<int> SecondsOption = Number("--seconds", 5, "How long a round is");
    private static readonly Option<int> RoundsOption = Number("--rounds", 5, "Rounds for each program, in turns; the median counts");
    private static readonly Option<int> WarmUpOption = Number(
        "--warm-up",
        8,
        "Seconds of load before the first round of each kind of work"
    );
    private static readonly Option<int> ConnectionsOption = Number("--connections", 16, "Clients, each with a connection of its own");
    private static readonly Option<int> ContactsOption = Number(
        "--contacts",
        50_000,
        "Contacts in the organization, and in another one beside it"
    );
    private static readonly Option<string[]> OnlyOption = new("--only")
    {
        Description = "Only work whose name holds one of these texts: --only one patch",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Reads the command line, and runs the benchmark unless it asks for help or cannot be read.</summary>
    public static Task<int> Run(string[] args, Func<Plan, Task> benchmark)
    {
        var command = new RootCommand(
            "Measures the program against a bare one that does the same work on the same PostgreSQL, and prints a Markdown table."
        )
        {
            SecondsOption,
            RoundsOption,
            WarmUpOption,
            ConnectionsOption,
            ContactsOption,
            OnlyOption,
        };
        command.SetAction(parsed => benchmark(Of(parsed)));
        return command.Parse(args).InvokeAsync();
    }

    public bool Includes(string name) => Only.Length == 0 || Only.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static Plan Of(ParseResult parsed) =>
        new(
            parsed.GetValue(SecondsOption),
            parsed.GetValue(RoundsOption),
            parsed.GetValue(WarmUpOption),
            parsed.GetValue(ConnectionsOption),
            parsed.GetValue(ContactsOption),
            parsed.GetValue(OnlyOption)!
        );

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
