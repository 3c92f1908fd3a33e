using System.Diagnostics;
using AchieveApex.Application.Resources.Querying;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "%", true)]
    [InlineData("", "_", false)]
    [InlineData("a", "", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ABC", false)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "a%", true)]
    [InlineData("abc", "%c", true)]
    [InlineData("abc", "%b%", true)]
    [InlineData("abc", "a_c", true)]
    [InlineData("abc", "a__c", false)]
    [InlineData("abcabd", "%ab%d", true)]
    [InlineData("aab", "%ab", true)]
    [InlineData("abc", "%%%", true)]
    [InlineData("a%c", @"a\%c", true)]
    [InlineData("abc", @"a\%c", false)]
    [InlineData("a_c", @"a\_c", true)]
    [InlineData("abc", @"a\_c", false)]
    [InlineData(@"a\c", @"a\\c", true)]
    [InlineData("abc", @"a\bc", true)]
    [InlineData("a😀b", "a_b", true)]
    [InlineData("a😀b", "a__b", false)]
    [InlineData("😀", "_", true)]
    [InlineData("😀😁", "%😁", true)]
    [InlineData("a\nb", "a%b", true)]
    [InlineData("a.c", "a.c", true)]
    [InlineData("abc", "a.c", false)]
    [InlineData(null, "%", false)]
    public void A_pattern_matches_the_whole_text(string? text, string pattern, bool expected)
    {
        Assert.Equal(expected, TextPattern.Like(text, pattern));
    }

    [Theory]
    [InlineData("ABC", "a%c", true)]
    [InlineData("abc", "A%C", true)]
    [InlineData("ÉTÉ", "é%", true)]
    [InlineData("abc", "abd", false)]
    [InlineData(null, "%", false)]
    public void Case_can_be_ignored(string? text, string pattern, bool expected)
    {
        Assert.Equal(expected, TextPattern.ILike(text, pattern));
    }

    [Fact]
    public void A_hostile_pattern_takes_no_time()
    {
        var start = Stopwatch.GetTimestamp();
        Assert.False(TextPattern.Like(new string('a', 20_000), string.Concat(Enumerable.Repeat("%a", 900)) + "%b"));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }
}
