namespace AchieveApex.Application.Resources.Querying;

/// <summary>One key of a sort, and the value that a record has in it.</summary>
internal readonly record struct KeysetPart<TEntity>(QueryField<TEntity> Field, bool IsDescending, object? Value);

/// <summary>What sorts after a record, as conditions: null is first when ascending, and last when descending.</summary>
internal static class Keyset
{
    /// <summary>
    /// The parts of the list behind the record: whoever reads one to its end goes on with the next. A database begins each of them in an
    /// index of the keys, however deep in the list; one condition for all would make it read everything before.
    /// </summary>
    /// <param name="parts">The record's values in all keys of the sort. The last one is the id, which no two records share.</param>
    public static IReadOnlyList<Condition<TEntity>> After<TEntity>(IReadOnlyList<KeysetPart<TEntity>> parts) =>
        parts switch
        {
            [var id] => [Beyond(id)!],
            [var key, var id] when key.IsDescending == id.IsDescending => After(key, id),
            _ => [Among(parts)],
        };

    private static Condition<TEntity>[] After<TEntity>(KeysetPart<TEntity> key, KeysetPart<TEntity> id)
    {
        var none = new Test<TEntity>(key.Field, Operator.Equal, [null]);
        return (key.Value, key.IsDescending) switch
        {
            (null, true) => [new Every<TEntity>([none, Beyond(id)!])],
            (null, false) => [new Every<TEntity>([none, Beyond(id)!]), new Test<TEntity>(key.Field, Operator.NotEqual, [null])],
            ({ } value, true) when key.Field.IsNullable => [Behind(value), none],
            ({ } value, _) => [Behind(value)],
        };

        Behind<TEntity> Behind(object value) => new([key.Field, id.Field], [value, id.Value!], key.IsDescending);
    }

    // More keys, or directions that differ: no index of ours has them in a row.
    private static Condition<TEntity> Among<TEntity>(IReadOnlyList<KeysetPart<TEntity>> parts)
    {
        Condition<TEntity>? after = null;
        foreach (var part in parts.Reverse())
            after = (Beyond(part), after) switch
            {
                ({ } beyond, { } rest) => new Any<TEntity>([beyond, Among(part, rest)]),
                (null, { } rest) => Among(part, rest),
                (var beyond, null) => beyond,
            };

        // Follows from the rest, but only a plain bound lets the database begin there in an index.
        return Bound(parts[0]) is { } bound ? new Every<TEntity>([bound, after!]) : after!;
    }

    private static Every<TEntity> Among<TEntity>(KeysetPart<TEntity> part, Condition<TEntity> rest) =>
        new([new Test<TEntity>(part.Field, Operator.Equal, [part.Value]), rest]);

    /// <summary>What is beyond a value in one key; null when nothing can be.</summary>
    private static Condition<TEntity>? Beyond<TEntity>(KeysetPart<TEntity> part) =>
        part switch
        {
            { Value: null, IsDescending: true } => null,
            { Value: null } => new Test<TEntity>(part.Field, Operator.NotEqual, [null]),
            { Field.Type.Choices: { } choices } => Beyond(part, choices),
            { IsDescending: false } => new Test<TEntity>(part.Field, Operator.Greater, [part.Value]),
            { Field.IsNullable: false } => new Test<TEntity>(part.Field, Operator.Less, [part.Value]),
            _ => new Any<TEntity>([
                new Test<TEntity>(part.Field, Operator.Less, [part.Value]),
                new Test<TEntity>(part.Field, Operator.Equal, [null]),
            ]),
        };

    private static Test<TEntity>? Beyond<TEntity>(KeysetPart<TEntity> part, IReadOnlyList<object> choices)
    {
        var place = choices.ToList().IndexOf(part.Value!);
        IReadOnlyList<object?> beyond = part.IsDescending ? [.. choices.Take(place), null] : [.. choices.Skip(place + 1)];
        return beyond.Count == 0 ? null : new(part.Field, Operator.In, beyond);
    }

    private static Test<TEntity>? Bound<TEntity>(KeysetPart<TEntity> part) =>
        part.Value is null || part.Field.Type.Choices is not null || (part.IsDescending && part.Field.IsNullable)
            ? null
            : new(part.Field, part.IsDescending ? Operator.LessOrEqual : Operator.GreaterOrEqual, [part.Value]);
}
