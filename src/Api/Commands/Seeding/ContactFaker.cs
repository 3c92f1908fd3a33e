using System.Globalization;
using System.Text.Json;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Resources;
using Bogus;
using Bogus.Extensions;

namespace AchieveApex.Api.Commands.Seeding;

/// <summary>Makes up contacts. The same number makes the same ones. Addresses and phone numbers belong to nobody.</summary>
internal sealed class ContactFaker
{
    private const int CompanyCount = 2_000;
    private static readonly string[] Locales = ["en", "de", "es", "fr", "pl", "sv"];
    private static readonly string[] Endings = ["example.com", "example.net", "example.org"];

    // Kept by these countries for films and plays.
    private static readonly string[] Phones =
    [
        "+44 20 7946 0###",
        "+44 121 496 0###",
        "+44 131 496 0###",
        "+1 212 555 01##",
        "+1 415 555 01##",
        "+33 1 99 00 ## ##",
        "+46 8 465 004 ##",
        "+61 2 5550 ####",
    ];
    private static readonly CustomValues[] Plans = [.. new[] { "free", "team", "enterprise" }.Select(PlanOf)];

    private readonly Faker faker;
    private readonly Faker[] people;
    private readonly (string Name, string Domain)[] companies;

    public ContactFaker(int randomSeed)
    {
        var random = new Randomizer(randomSeed);
        faker = new Faker { Random = random };
        people = [.. Locales.Select(locale => new Faker(locale) { Random = random })];
        companies = [.. Enumerable.Range(0, CompanyCount).Select(_ => Company())];
    }

    /// <summary>A name for an organization.</summary>
    public string Organization() => faker.PickRandom(companies).Name;

    /// <param name="number">Counts within the organization: what has to be unique is made of it.</param>
    /// <param name="owner">The user who owns most of them.</param>
    public Contact Contact(int number, long owner)
    {
        var person = faker.PickRandom(people).Name;
        var (first, last) = (person.FirstName(), person.LastName());
        var (company, domain) = faker.PickRandom(companies);
        var phone = faker.Random.Bool(0.7f) ? Phone() : null;
        return new Contact
        {
            FirstName = Sometimes(0.97f, first),
            LastName = last,
            Email = Sometimes(0.9f, $"{Ascii(first)}.{Ascii(last)}{number}@{domain}"),
            Phone = phone,
            PhoneE164 = phone?.Replace(" ", "", StringComparison.Ordinal),
            JobTitle = Sometimes(0.8f, faker.Name.JobTitle()),
            CompanyName = Sometimes(0.85f, company),
            LifecycleStage = faker.Random.Bool(0.9f) ? faker.Random.Enum<LifecycleStage>() : null,
            LeadSource = faker.Random.Bool(0.8f) ? faker.Random.Enum<LeadSource>() : null,
            LeadScore = faker.Random.Bool(0.75f) ? faker.Random.Int(0, 100) : null,
            DoNotContact = faker.Random.Bool(0.5f) ? faker.Random.Bool(0.1f) : null,
            OwnerId = faker.Random.Bool(0.7f) ? owner : null,
            ExternalId = Sometimes(0.5f, string.Create(CultureInfo.InvariantCulture, $"crm-{number}")),
            CustomFields = faker.Random.Bool(0.3f) ? faker.PickRandom(Plans) : [],
        };
    }

    private (string Name, string Domain) Company()
    {
        var name = faker.Company.CompanyName();
        return (name, $"{Ascii(name)}.{faker.PickRandom(Endings)}");
    }

    private string Phone() => faker.Random.ReplaceNumbers(faker.PickRandom(Phones));

    private string? Sometimes(float share, string value) => faker.Random.Bool(share) ? value : null;

    private static string Ascii(string text) => new([.. text.Transliterate().ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static CustomValues PlanOf(string plan) => new() { ["plan"] = JsonSerializer.SerializeToElement(plan) };
}
