using System.CommandLine;
using System.Globalization;
using AchieveApex.Api.Commands.Seeding;

namespace AchieveApex.Api.Commands;

/// <summary><c>seed</c>: fills the database with something to look at, or to measure.</summary>
internal static class SeedCommand
{
    private const int MostOrganizations = 10_000;
    private const int MostContacts = 100_000_000;

    private static readonly Option<int> Organizations = new Option<int>("--organizations")
    {
        Description = $"How many to add, 1 to {MostOrganizations}",
        DefaultValueFactory = _ => 5,
    }.Within(1, MostOrganizations);

    private static readonly Option<int> Contacts = new Option<int>("--contacts")
    {
        Description = $"How many to add in all of them together, 0 to {MostContacts}",
        DefaultValueFactory = _ => 1_000,
    }.Within(0, MostContacts);

    private static readonly Option<int> RandomSeed = new("--random-seed")
    {
        Description = "The same number makes up the same contacts",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("seed", "Adds organizations with made-up contacts. Nothing that is there already is touched.")
        {
            Organizations,
            Contacts,
            RandomSeed,
        };
        command.SetAction(
            (parsed, cancellationToken) => Work.Run(settings, services => Run(services, parsed, cancellationToken), cancellationToken)
        );
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (organizations, contacts) = (parsed.GetValue(Organizations), parsed.GetValue(Contacts));
        var clock = services.GetRequiredService<TimeProvider>();
        var seeder = new Seeder(services.GetRequiredService<IServiceScopeFactory>(), clock, parsed.GetValue(RandomSeed));
        var start = clock.GetTimestamp();
        var ids = await new SeedProgress(clock).Show(contacts, added => seeder.Run(organizations, contacts, added, cancellationToken));
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Added {contacts:N0} contacts in {organizations:N0} organizations in {seconds:F1} s: {contacts / seconds:N0} rows/s."
            )
        );
        Console.WriteLine($"For a key: api-key create --organization {ids[0]} --email {Seeder.OwnerOf(ids[0])}");
        return 0;
    }
}
