using System.Globalization;
using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Commands;

/// <summary>Spans of time as people write them: a whole number and <c>m</c>, <c>h</c>, <c>d</c> or <c>w</c>.</summary>
internal static class Duration
{
    private const int Most = 36_500;

    /// <exception cref="SettingError">It is not written so, or longer than 36,500 of its unit.</exception>
    public static TimeSpan Parse(string text) =>
        text.Length > 1
        && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= Most
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                'w' => TimeSpan.FromDays(7L * number),
                _ => throw Wrong(text),
            }
            : throw Wrong(text);

    private static SettingError Wrong(string text) => new($"'{text}' is not a duration: write 12h, 30d or 8w.");
}
