namespace AchieveApex.Application.Resources.Querying;

/// <summary>What a record must meet: the second stage's result, with every name known and every value typed.</summary>
internal abstract record Condition<TEntity>;

/// <summary>All of them.</summary>
internal sealed record Every<TEntity>(IReadOnlyList<Condition<TEntity>> Parts) : Condition<TEntity>;

/// <summary>At least one of them.</summary>
internal sealed record Any<TEntity>(IReadOnlyList<Condition<TEntity>> Parts) : Condition<TEntity>;

/// <summary>Each of the words begins a word of the record's texts.</summary>
internal sealed record Search<TEntity>(IReadOnlyList<string> Words) : Condition<TEntity>;

/// <summary>One field held against a value, or against an array of them; null stands for no value.</summary>
internal sealed record Test<TEntity>(QueryField<TEntity> Field, Operator Operator, IReadOnlyList<object?> Operands) : Condition<TEntity>;
