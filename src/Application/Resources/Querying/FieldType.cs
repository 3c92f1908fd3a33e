using System.Globalization;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>Reads a value from text. Answers what is wrong with it, null when nothing is.</summary>
internal delegate string? ValueReader<T>(string text, out T value);

/// <summary>One type of field: how its values are written, and which operators it takes.</summary>
internal abstract class FieldType(bool isText, IReadOnlyList<object>? choices)
{
    public bool IsText { get; } = isText;

    /// <summary>Every value, in the order in which they sort, when there are but a few; such are held against sets, not called less or greater.</summary>
    public IReadOnlyList<object>? Choices { get; } = choices;

    public bool Takes(Operator asked) =>
        asked switch
        {
            Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual => Choices is null,
            Operator.Like or Operator.NotLike or Operator.ILike => IsText,
            _ => true,
        };

    /// <summary>A value of this type, or 400 on the field.</summary>
    public abstract object Read(string field, string text);

    /// <summary>A value of this type, or null when the text is none.</summary>
    public abstract object? ReadOrNull(string text);

    /// <summary>A value as <see cref="Read"/> takes it.</summary>
    public static string Write(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            Enum choice => WireFormat.NameOf(choice.ToString()),
            DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString(ValueLimits.Date, CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"{value.GetType()} is no value of a field."),
        };
}

/// <inheritdoc/>
internal sealed class FieldType<T>(ValueReader<T> read, bool isText = false, IReadOnlyList<object>? choices = null)
    : FieldType(isText, choices)
    where T : notnull
{
    public override object Read(string field, string text)
    {
        var problem = read(text, out var value);
        return problem is null ? value : throw BadRequest.Invalid(field, problem);
    }

    public override object? ReadOrNull(string text) => read(text, out var value) is null ? value : null;
}
