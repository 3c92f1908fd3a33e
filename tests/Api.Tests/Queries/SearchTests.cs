using System.Globalization;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Queries;

public sealed class SearchTestsOnSqlite(SqliteApi api) : SearchTests(api);

public sealed class SearchTestsOnPostgres(PostgresApi api) : SearchTests(api);

/// <summary>Words are found alike on both databases, in what is there now, and in nobody else's.</summary>
public abstract class SearchTests(TestApi api)
{
    private const int Contacts = 500;
    private const int Searches = 400;
    private const int Changes = 120;

    // As it is written → the words it consists of.
    private static readonly (string Text, string[] Words)[] Vocabulary =
    [
        ("Müller", ["muller"]),
        ("MU\u0308LLER", ["muller"]),
        ("Müller-Lüdenscheidt", ["muller", "ludenscheidt"]),
        ("Straße", ["strasse"]),
        ("STRASSE", ["strasse"]),
        ("Łódź", ["lodz"]),
        ("O'Neill", ["o", "neill"]),
        ("jane.doe+crm@Example.com", ["jane", "doe", "crm", "example", "com"]),
        ("Jane", ["jane"]),
        ("+49 30 123456", ["49", "30", "123456"]),
        ("4711", ["4711"]),
        ("①②", ["12"]),
        ("東京都", ["東京都"]),
        ("東京", ["東京"]),
        ("서울", ["서울"]),
        ("Москва", ["москва"]),
        ("Ὀδός", ["οδοσ"]),
        ("ΟΔΟΣ", ["οδοσ"]),
        ("ＡＣＭＥ", ["acme"]),
        ("ﬁnance", ["finance"]),
        ("𠀀𠀁", ["𠀀𠀁"]),
        ("🎉", []),
        ("&", []),
        ("a", ["a"]),
        ("ab", ["ab"]),
        ("AND", ["and"]),
        ("NOT", ["not"]),
        ("¤101", ["101"]),
        (new string('x', 70), [new string('x', 64)]),
    ];

    [Fact]
    public async Task A_search_finds_the_contacts_that_have_a_word_beginning_with_each_of_its_words()
    {
        var (random, known) = (new Random(Contacts), new Dictionary<long, string[]>());
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var written = Enumerable.Range(0, Contacts).Select(_ => Texts(random)).ToList();
        foreach (var tenant in new[] { globex, acme })
            await ManyContacts.Add(
                tenant,
                written.Select((texts, i) => new NewRecord<Contact>(Contact(texts, i), DateTimeOffset.UnixEpoch))
            );
        foreach (var contact in (await RandomContacts.Of(acme)).Records)
            known[(long)contact["id"]!] = Words(written[(int)(long)contact["lead_score"]!]);

        var found = await Compare(acme, known, random);
        Assert.True(found > Searches, $"Only {found} contacts were found: the searches try too little.");

        await Change(acme, known, random);
        await Compare(acme, known, random);
    }

    [Fact]
    public async Task A_search_goes_with_conditions_a_sort_a_total_and_a_cursor()
    {
        var acme = await api.NewTenant();
        foreach (var (name, score) in new[] { ("Ada", 1), ("Adam", 2), ("Ada Lovelace", 3), ("Bob", 4), ("adamant", 5) })
            await acme.Create("/contacts", new { first_name = name, lead_score = score });

        var page = await acme.Get("/contacts?$search=ADA&lead_score[$gt]=1&$sort[lead_score]=1&$limit=2&$select[]=lead_score");
        var rest = await acme.Get(page.Next!);
        Assert.Equal((3, "2,3"), (page["total"].GetInt32(), Scores(page)));
        Assert.Equal((3, "5"), (rest["total"].GetInt32(), Scores(rest)));
        Assert.Null(rest.Header("Link"));
        Assert.Equal(
            4,
            (await acme.Get("/contacts?$limit=0&$search=a&$or[0][lead_score]=4&$or[1][lead_score][$ne]=4"))["total"].GetInt32()
        );
    }

    [Fact]
    public async Task A_search_says_which_records_a_change_is_made_to()
    {
        var acme = await (await api.NewTenant()).AsBulk();
        foreach (var name in new[] { "Ada", "Bob", "Adam" })
            await acme.Create("/contacts", new { first_name = name });

        Assert.Equal(400, (await acme.Patch("/contacts?$search=ada", new { last_name = "Found" })).Status);
        Assert.Equal(2, (await acme.Patch("/contacts?$search=ada&id[$gt]=0", new { last_name = "Found" })).Body.GetArrayLength());
        Assert.Equal(1, (await acme.Delete("/contacts?$search=found&first_name=Ada")).Body.GetArrayLength());
        Assert.Equal(1, (await acme.Get("/contacts?$search=found"))["total"].GetInt32());
    }

    [Theory]
    [InlineData("/contacts?$search=", "'$search' needs at least one word, which is letters or numbers.")]
    [InlineData("/contacts?$search=%F0%9F%8E%89", "'$search' needs at least one word, which is letters or numbers.")]
    [InlineData("/contacts?$search=1+2+3+4+5+6+7+8+9+10+11", "'$search' has 11 words. At most 10 are allowed.")]
    [InlineData("/contacts?$or[0][$search]=a", "'$or[0][$search]' cannot stand here: a group takes fields, $or and $and.")]
    [InlineData("/contacts/1?$search=a", "'$search' cannot be used on one record: only conditions and $select can.")]
    [InlineData("/roles?$search=a", "Unknown parameter '$search'.")]
    public async Task A_search_that_makes_no_sense_is_refused(string path, string reason)
    {
        var reply = await (await api.NewTenant()).Get(path);
        Assert.Equal((400, reason), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("%27", 400, 0)]
    [InlineData("%22ada%22", 200, 1)]
    [InlineData("ada%27+%7C+%27x", 200, 0)]
    [InlineData("ada%22+OR+%22x", 200, 0)]
    [InlineData("ada*+NEAR(x)", 200, 0)]
    [InlineData("search_text:ada", 200, 0)]
    [InlineData("%5C%00%EF%BF%BD", 400, 0)]
    [InlineData("%5Cada%00", 200, 1)]
    [InlineData("%C2%A4101", 200, 0)]
    public async Task What_means_something_to_a_database_means_nothing_here(string search, int status, int found)
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { first_name = "Ada" });
        var reply = await acme.Get($"/contacts?$search={search}");
        Assert.Equal((status, found), (reply.Status, status == 200 ? reply["total"].GetInt32() : 0));
    }

    [Fact]
    public async Task No_word_reaches_another_organization()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        await globex.Create("/contacts", new { first_name = "Ada", last_name = $"{acme.OrganizationId}" });
        foreach (var search in new[] { "ada", $"{globex.OrganizationId}", $"%C2%A4{globex.OrganizationId}", $"{acme.OrganizationId}+ada" })
            Assert.Equal(0, (await acme.Get($"/contacts?$search={search}"))["total"].GetInt32());
        Assert.Equal(1, (await globex.Get($"/contacts?$search={acme.OrganizationId}+ada"))["total"].GetInt32());
    }

    [Fact]
    public async Task An_index_that_was_lost_is_made_anew_from_what_is_there()
    {
        await using TestApi old = api is PostgresApi ? new PostgresApi() : new SqliteApi();
        await old.InitializeAsync();
        var (acme, database) = (await old.NewTenant(), new RawDatabase(old));
        foreach (var name in new[] { "Ada", "Adam" })
            await acme.Create("/contacts", new { first_name = name });
        if (old is PostgresApi)
            await database.Execute("drop index ix_contacts_search; drop function search_contacts");
        else
            foreach (var trigger in await database.Rows("select name from sqlite_master where type = 'trigger' and name like '%search%'"))
                await database.Execute($"drop trigger {trigger["name=".Length..]}");
        await database.Execute($"update contacts set search_text = '¤{acme.OrganizationId} eve' where first_name = 'Ada'");
        await old.Services.GetRequiredService<ISchema>().Update(CancellationToken.None);
        Assert.Equal(1, (await acme.Get("/contacts?$search=ada"))["total"].GetInt32());
        Assert.Equal(1, (await acme.Get("/contacts?$search=eve"))["total"].GetInt32());
    }

    [Fact]
    public async Task What_is_kept_to_search_by_is_not_shown()
    {
        var acme = await api.NewTenant();
        var contact = await acme.Create("/contacts", new { first_name = "Ada" });
        Assert.DoesNotContain(contact.EnumerateObject(), member => member.Name.Contains("search", StringComparison.Ordinal));
        Assert.Equal(400, (await acme.Get("/contacts?search_text=ada")).Status);
    }

    private static async Task<int> Compare(Tenant tenant, Dictionary<long, string[]> known, Random random)
    {
        var found = 0;
        for (var i = 0; i < Searches; i++)
        {
            var (search, words) = Search(random);
            var reply = await tenant.Get($"/contacts?$limit=200&$search={Uri.EscapeDataString(search)}");
            var expected = known
                .Where(contact => words.All(word => HasBeginning(contact.Value, word)))
                .Select(contact => contact.Key)
                .OrderDescending()
                .ToList();
            Assert.Equal((search, Told(words, expected)), (search, Told(reply)));
            found += words.Length > 0 ? expected.Count : 0;
        }

        return found;
    }

    private static string Told(string[] words, List<long> ids) =>
        words.Length == 0 ? "400" : $"{ids.Count}: {string.Join(' ', ids.Take(200))}";

    private static string Told(Reply reply) =>
        reply.Status != 200
            ? $"{reply.Status}"
            : $"{reply["total"]}: {string.Join(' ', reply["data"].EnumerateArray().Select(contact => contact.GetProperty("id").GetInt64()))}";

    // Contacts are removed, changed in other fields, added and written anew.
    private static async Task Change(Tenant tenant, Dictionary<long, string[]> known, Random random)
    {
        for (var i = 0; i < Changes; i++)
        {
            var (id, texts) = (known.Keys.ElementAt(random.Next(known.Count)), Texts(random));
            var reply = (i % 4) switch
            {
                0 => await tenant.Delete($"/contacts/{id}"),
                1 => await tenant.Patch($"/contacts/{id}", new { do_not_contact = true }),
                2 => await tenant.Post("/contacts", Fields(texts)),
                _ => await tenant.Put($"/contacts/{id}", Fields(texts)),
            };
            Assert.True(reply.Status is 200 or 201, reply.Text);
            if (i % 4 == 0)
                known.Remove(id);
            else if (i % 4 > 1)
                known[reply["id"].GetInt64()] = Words(texts);
        }
    }

    private static (string Text, string[] Words) Search(Random random)
    {
        var chosen = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]).ToList();
        if (random.Next(2) == 0)
            return (string.Join(' ', chosen.Select(entry => entry.Text)), [.. chosen.SelectMany(entry => entry.Words)]);

        string[] beginnings = [.. chosen.SelectMany(entry => entry.Words).Take(10).Select(word => Beginning(word, random))];
        return (string.Join(" -- ", beginnings.Select(word => word.ToUpperInvariant())), beginnings);
    }

    private static string Beginning(string word, Random random)
    {
        var letters = new StringInfo(word);
        return letters.SubstringByTextElements(0, random.Next(1, letters.LengthInTextElements + 1));
    }

    private static bool HasBeginning(string[] words, string beginning) =>
        words.Any(word => word.StartsWith(beginning, StringComparison.Ordinal));

    private static (string Text, string[] Words)[] Texts(Random random) =>
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)])];

    private static string[] Words((string Text, string[] Words)[] texts) => [.. texts.SelectMany(text => text.Words), "filled"];

    private static Contact Contact((string Text, string[] Words)[] texts, int number) =>
        new()
        {
            FirstName = "filled",
            LastName = texts.ElementAtOrDefault(0).Text,
            JobTitle = string.Join(" / ", texts.Skip(1).Take(2).Select(text => text.Text)),
            CompanyName = texts.ElementAtOrDefault(3).Text,
            LeadScore = number,
        };

    private static object Fields((string Text, string[] Words)[] texts) =>
        new
        {
            first_name = "filled",
            last_name = texts.ElementAtOrDefault(3).Text,
            job_title = string.Join('|', texts.Take(3).Select(text => text.Text)),
        };

    private static string Scores(Reply page) =>
        string.Join(',', page["data"].EnumerateArray().Select(contact => contact.GetProperty("lead_score").GetInt32()));
}
