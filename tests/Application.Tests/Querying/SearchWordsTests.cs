using System.Text;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Organizations;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Ada Lovelace", "ada lovelace")]
    [InlineData("  --  ", "")]
    [InlineData("👩‍💻 🎉", "")]
    [InlineData("jane.DOE+crm@Example.co.uk", "jane doe crm example co uk")]
    [InlineData("+49 (30) 123-456", "49 30 123 456")]
    [InlineData("ada ADA Ada\u0301 ada", "ada")]
    [InlineData("Müller MU\u0308LLER muller", "muller")]
    [InlineData("Straße STRASSE straẞe", "strasse")]
    [InlineData("Łódź Ørsted Æther İstanbul ısı", "lodz orsted aether istanbul isi")]
    [InlineData("ΟΔΟΣ οδος Ὀδός", "οδοσ")]
    [InlineData("Ёлка ёлка елка", "елка")]
    [InlineData("ﬁnance ＡＣＭＥ １２３ ① ½ x²", "finance acme 123 1 2 x2")]
    [InlineData("東京都 株式会社", "東京都 株式会社")]
    [InlineData("ｶﾌﾞ 서울 नमस्ते שָׁלוֹם", "カフ 서울 नमसत שלום")]
    [InlineData("O'Neill a_b 100% ¤7 don’t", "o neill a b 100 7 don t")]
    [InlineData("𝐉𝐚𝐧𝐞 \ud83d x", "jane x")]
    public void A_word_is_letters_and_numbers_in_lower_case_without_marks(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', SearchWords.Of(text)));
    }

    [Fact]
    public void Whatever_character_it_is_a_word_holds_letters_and_numbers_and_is_its_own_word()
    {
        var wrong = new List<string>();
        for (var value = 0; value <= 0x10FFFF; value++)
            if (Rune.TryCreate(value, out var rune))
            {
                var words = SearchWords.Of($"a{rune}b");
                if (!words.SequenceEqual(SearchWords.Of(string.Join(' ', words))) || !words.All(IsWord))
                    wrong.Add($"U+{value:X}: {string.Join(' ', words)}");
            }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Upper_and_lower_case_are_the_same_word()
    {
        for (var value = 0; value <= 0xFFFF; value++)
            if (Rune.TryCreate(value, out var rune) && Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)) == rune)
                Assert.Equal(SearchWords.Of($"{rune}"), SearchWords.Of($"{Rune.ToUpperInvariant(rune)}"));
    }

    [Fact]
    public void A_long_word_is_cut_and_a_character_is_not()
    {
        Assert.Equal([new string('a', 64)], SearchWords.Of(new string('a', 65)));
        Assert.Equal(["a" + string.Concat(Enumerable.Repeat("𠀀", 31))], SearchWords.Of("a" + string.Concat(Enumerable.Repeat("𠀀", 40))));
    }

    [Fact]
    public void A_record_has_eight_thousand_characters_of_words_at_most()
    {
        var words = SearchWords.Of(string.Join(' ', Enumerable.Range(10_000, 3_000)));
        Assert.Equal(8_000 / 6, words.Count);
    }

    [Fact]
    public void A_contact_is_searched_by_every_text_that_it_shows_and_by_nothing_else()
    {
        var contact = new Contact
        {
            FirstName = "Ada",
            LastName = "Lovelace",
            Email = "ADA@example.com",
            Phone = "030 1",
            PhoneE164 = "+49301",
            JobTitle = "Countess",
            CompanyName = "Engines & Co",
            LifecycleStage = LifecycleStage.Customer,
            ExternalId = "crm-7",
        };
        Assert.Equal("¤101 ada lovelace example com 030 1 49301 countess engines co crm 7", SearchText.Of(contact, 101));
        Assert.Equal("¤101", SearchText.Of(new Contact(), 101));
    }

    [Theory]
    [InlineData("$search=", "'$search' needs at least one word, which is letters or numbers.")]
    [InlineData("$search=%F0%9F%8E%89", "'$search' needs at least one word, which is letters or numbers.")]
    [InlineData("$search=%00", "'$search' needs at least one word, which is letters or numbers.")]
    [InlineData("$search[]=a", "'$search' takes one value.")]
    [InlineData("$search=a&$search=b", "'$search' is given more than once.")]
    [InlineData("$search=1+2+3+4+5+6+7+8+9+10+11", "'$search' has 11 words. At most 10 are allowed.")]
    [InlineData("$or[0][$search]=a", "'$or[0][$search]' cannot stand here: a group takes fields, $or and $and.")]
    [InlineData("$serch=a", "Unknown parameter '$serch'. Did you mean '$search'?")]
    public void A_search_that_makes_no_sense_is_refused(string query, string expected)
    {
        Assert.Equal(expected, Refusal<Contact, ContactView>(query));
    }

    [Fact]
    public void A_search_has_two_hundred_characters_at_most()
    {
        Assert.Equal(
            "'$search' has 201 characters. At most 200 are allowed.",
            Refusal<Contact, ContactView>($"$search={new string('a', 201)}")
        );
        Assert.NotNull(Parse<Contact, ContactView>($"$search={new string('a', 200)}", QueryUse.List).Where);
    }

    [Theory]
    [InlineData(QueryUse.Read, "'$search' cannot be used on one record: only conditions and $select can.")]
    [InlineData(QueryUse.Select, "'$search' cannot be used on a write: only $select and dry_run can.")]
    public void A_search_is_for_lists(QueryUse use, string expected)
    {
        Assert.Equal(expected, Refusal<Contact, ContactView>("$search=a", use));
    }

    [Fact]
    public void A_resource_that_is_not_searched_does_not_know_the_parameter()
    {
        Assert.Equal("Unknown parameter '$search'.", Refusal<Role, Application.Organizations.RoleView>("$search=a"));
    }

    private static bool IsWord(string word) =>
        word.EnumerateRunes().All(rune => Rune.IsLetter(rune) || Rune.IsNumber(rune))
        && word.EnumerateRunes().All(rune => Rune.ToLowerInvariant(rune) == rune);

    private static Query<TRecord> Parse<TRecord, TView>(string query, QueryUse use)
        where TRecord : class => QueryParser.Parse<TRecord, TView>(ListQuery.Parse(query), new PagingOptions(), use);

    private static string Refusal<TRecord, TView>(string query, QueryUse use = QueryUse.List)
        where TRecord : class => Assert.Throws<BadRequest>(() => Parse<TRecord, TView>(query, use)).Message;
}
