using System.Buffers;
using PhoneNumbers;

namespace AchieveApex.Application.Resources;

/// <summary>Phone numbers: kept as they were typed, and in E.164 when they say their country.</summary>
internal static class PhoneNumberRules
{
    private const int FewestDigits = 3;
    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789 +-().,;/*#xXetEXT");
    private const string NoRegion = "ZZ";

    // Each is asked for twice: whether it is one, and for its other form.
    [ThreadStatic]
    private static (string Text, string? Number)? last;

    /// <summary>The number in E.164; null when it does not start with <c>+</c> and a country code, or is not a possible number.</summary>
    public static string? E164(string? text)
    {
        if (text is null || !text.TrimStart().StartsWith('+'))
            return null;

        if (last is { } known && known.Text == text)
            return known.Number;

        var number = Read(text);
        last = (text, number);
        return number;
    }

    private static string? Read(string text)
    {
        try
        {
            var phones = PhoneNumberUtil.GetInstance();
            var number = phones.Parse(text, NoRegion);
            return phones.IsValidNumber(number) ? phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // Digits as people group them, perhaps an extension; shorter than any number that is called is a mistake.
    private static bool HasForm(string text) => text.Count(char.IsAsciiDigit) >= FewestDigits && !text.AsSpan().ContainsAnyExcept(Written);

    public static IRuleBuilderOptions<T, string?> PhoneNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || (HasForm(text) && (!text.TrimStart().StartsWith('+') || E164(text) is not null)))
            .WithMessage("must be a valid phone number");
}
