using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>Reads a value from text. Answers what is wrong with it, null when nothing is.</summary>
internal delegate string? ValueReader<T>(string text, out T value);

/// <summary>One type of field: how its values are written, and which operators it takes.</summary>
internal abstract class FieldType(bool isText, bool isOrdered)
{
    public bool IsText { get; } = isText;

    public bool Takes(Operator asked) =>
        asked switch
        {
            Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual => isOrdered,
            Operator.Like or Operator.NotLike or Operator.ILike => IsText,
            _ => true,
        };

    /// <summary>A value of this type, or 400 on the field.</summary>
    public abstract object Read(string field, string text);
}

/// <inheritdoc/>
internal sealed class FieldType<T>(ValueReader<T> read, bool isText = false, bool isOrdered = true) : FieldType(isText, isOrdered)
    where T : notnull
{
    public override object Read(string field, string text)
    {
        var problem = read(text, out var value);
        return problem is null ? value : throw BadRequest.Invalid(field, problem);
    }
}
