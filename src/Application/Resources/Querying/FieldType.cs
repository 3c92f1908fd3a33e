using System.Linq.Expressions;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>Reads a value from text. Answers what is wrong with it, null when nothing is.</summary>
internal delegate string? ValueReader<T>(string text, out T value);

/// <summary>One type of field: how its values are written, which operators it takes, and how they enter an expression.</summary>
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

    /// <summary>A value as a member of a captured object, as in a closure: the database sees a parameter, and one plan serves all values.</summary>
    public abstract Expression Capture(object value);

    /// <summary>Whether one of the captured values is the given one.</summary>
    public abstract Expression Contains(IEnumerable<object> values, Expression item);
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

    public override Expression Capture(object value) => Captured<T>.Member((T)value);

    public override Expression Contains(IEnumerable<object> values, Expression item) =>
        Expression.Call(new Func<IEnumerable<T>, T, bool>(Enumerable.Contains).Method, Captured<T[]>.Member([.. values.Cast<T>()]), item);
}
