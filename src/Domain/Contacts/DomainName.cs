using System.Globalization;
using System.Text;

namespace AchieveApex.Domain.Contacts;

/// <summary>The domain that a company is known by, in the one form in which two of them are compared.</summary>
public static class DomainName
{
    /// <summary>What is said of a text that names none.</summary>
    public const string Expected = "must be a domain name such as example.com";

    private const int Longest = 253;

    // The work on a name grows faster than its length, so a long one is not looked at.
    private const int LongestText = 255;
    private const int LongestLabel = 63;
    private static readonly IdnMapping Idn = new();

    /// <summary>Without scheme, user, port, path and a leading <c>www.</c>, in lower case and ASCII (RFC 5890); null for what names no domain.</summary>
    public static string? Of(string text)
    {
        if (text.Length > LongestText)
            return null;

        var host = HostOf(text.Trim()).ToLowerInvariant();
        if (host.Length == 0 || !host.EnumerateRunes().All(IsWritten))
            return null;

        try
        {
            host = Idn.GetAscii(host);
        }
        catch (ArgumentException)
        {
            return null;
        }

        host = host.StartsWith("www.", StringComparison.Ordinal) && host.Count(c => c == '.') > 1 ? host["www.".Length..] : host;
        var labels = host.Split('.');
        return host.Length <= Longest && labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? host : null;
    }

    private static string HostOf(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + "://".Length : 0;
        var end = text.AsSpan(start).IndexOfAny("/?#") is var path and >= 0 ? start + path : text.Length;
        var authority = text[start..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        return host.Split(':')[0].TrimEnd('.');
    }

    private static bool IsWritten(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || rune.Value is '-' or '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && label[0] != '-'
        && label[^1] != '-';
}
