using System.Globalization;

namespace AchieveApex.Application.Resources;

/// <summary>An id as it was sent. One that is malformed names no record, like one that never existed.</summary>
public readonly record struct RecordId
{
    private const int EchoedLength = 40;

    private RecordId(long value, string text) => (Value, Text) = (value, text);

    /// <summary>The number; 0, which no record has, when the text is not a whole number from 1 to 2^53 - 1.</summary>
    public long Value { get; }

    /// <summary>What is said back to the caller.</summary>
    public string Text => field ?? "0";

    public static implicit operator RecordId(long value) => new(value, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads an id; always succeeds.</summary>
    public static bool TryParse(string? text, out RecordId id)
    {
        text ??= "";
        var isId =
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value <= ValueLimits.LargestId
            && text[0] != '0';
        id = new(isId ? value : 0, text.Length <= EchoedLength ? text : text[..EchoedLength] + "…");
        return true;
    }
}
