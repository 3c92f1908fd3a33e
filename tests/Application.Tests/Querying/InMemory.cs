using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Tests.Querying;

/// <summary>What conditions and sort keys mean, over records in memory: what the databases' SQL is to mean as well.</summary>
internal static class InMemory
{
    public static IEnumerable<T> That<T>(this IEnumerable<T> records, Condition<T>? holds) =>
        holds is null ? records : records.Where(record => Holds(holds, record));

    public static IEnumerable<T> Sorted<T>(this IEnumerable<T> records, IReadOnlyList<SortKey<T>> sort) =>
        sort.Reverse()
            .Aggregate(
                records,
                (sorted, key) =>
                    key.IsDescending
                        ? sorted.OrderByDescending(record => ValueOf(key.Field, record))
                        : sorted.OrderBy(record => ValueOf(key.Field, record))
            );

    private static bool Holds<T>(Condition<T> condition, T record) =>
        condition switch
        {
            Every<T> every => every.Parts.All(part => Holds(part, record)),
            Any<T> any => any.Parts.Any(part => Holds(part, record)),
            Test<T> test => Holds(test.Operator, ValueOf(test.Field, record), test.Operands),
            Behind<T> behind => IsBehind(behind, record),
            _ => throw new NotSupportedException(condition.GetType().Name),
        };

    private static bool Holds(Operator asked, object? value, IReadOnlyList<object?> operands) =>
        asked switch
        {
            Operator.Equal or Operator.In => operands.Contains(value),
            Operator.NotEqual or Operator.NotIn => !operands.Contains(value),
            Operator.Less => value is not null && Compare(value, operands) < 0,
            Operator.LessOrEqual => value is not null && Compare(value, operands) <= 0,
            Operator.Greater => value is not null && Compare(value, operands) > 0,
            Operator.GreaterOrEqual => value is not null && Compare(value, operands) >= 0,
            Operator.Like => TextPattern.Like((string?)value, (string)operands[0]!),
            Operator.NotLike => !TextPattern.Like((string?)value, (string)operands[0]!),
            Operator.ILike => TextPattern.ILike((string?)value, (string)operands[0]!),
            _ => throw new NotSupportedException(asked.ToString()),
        };

    private static bool IsBehind<T>(Behind<T> behind, T record)
    {
        foreach (var (field, than) in behind.Fields.Zip(behind.Values))
        {
            if (ValueOf(field, record) is not { } value)
                return false;
            var order = Comparer<object>.Default.Compare(InOrder(field, value), InOrder(field, than));
            if (order != 0)
                return behind.IsDescending ? order < 0 : order > 0;
        }

        return false;
    }

    // A choice by its place among the others.
    private static object InOrder<T>(QueryField<T> field, object value) => field.Type.Choices?.ToList().IndexOf(value) ?? value;

    private static int Compare(object value, IReadOnlyList<object?> operands) => Comparer<object>.Default.Compare(value, operands[0]);

    private static object? ValueOf<T>(QueryField<T> field, T record) => field.Property.GetValue(record);
}
