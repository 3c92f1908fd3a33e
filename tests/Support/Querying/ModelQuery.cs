namespace AchieveApex.Support.Querying;

/// <summary>How a field's values are written. Values in the model are string, bool, long, decimal, DateTimeOffset; a choice is its name.</summary>
public enum ValueKind
{
    Text,
    Flag,
    Whole,
    Number,
    Time,
    Choice,
}

/// <summary>A field as a client knows it, with values that are worth trying.</summary>
public sealed record ModelField(string Name, ValueKind Kind, bool IsNullable, IReadOnlyList<object> Values);

/// <summary>A condition. The operator of equality is the empty text; null is written as an empty value.</summary>
public sealed record ModelTest(ModelField Field, string Operator, IReadOnlyList<object?> Operands);

/// <summary>All tests, at least one group of <c>$or</c> if there is any, all groups of <c>$and</c>.</summary>
public sealed record ModelGroup(IReadOnlyList<ModelTest> Tests, IReadOnlyList<ModelGroup> Or, IReadOnlyList<ModelGroup> And);

public sealed record ModelSort(ModelField Field, bool IsDescending);

/// <summary>A query as data, before it is written as a query string.</summary>
public sealed record ModelQuery(ModelGroup Where, IReadOnlyList<ModelSort> Sort, int? Limit, int? Skip, bool? Total);

/// <summary>What the server should answer.</summary>
public sealed record ModelPage(long? Total, int Limit, int Skip, IReadOnlyList<IReadOnlyDictionary<string, object?>> Data);
