namespace AchieveApex.Application.Resources.Querying;

/// <summary>What a record must meet: the second stage's result, with every name known and every value typed.</summary>
public abstract record Condition<TEntity>
{
    /// <summary>Tells what it is made of, and its values in the order in which a database meets them.</summary>
    public abstract void Describe(QueryShape shape);
}

/// <summary>All of them.</summary>
public sealed record Every<TEntity>(IReadOnlyList<Condition<TEntity>> Parts) : Condition<TEntity>
{
    public override void Describe(QueryShape shape) => shape.Add('E', Parts);
}

/// <summary>At least one of them.</summary>
public sealed record Any<TEntity>(IReadOnlyList<Condition<TEntity>> Parts) : Condition<TEntity>
{
    public override void Describe(QueryShape shape) => shape.Add('A', Parts);
}

/// <summary>Each of the words begins a word of the record's texts.</summary>
public sealed record Search<TEntity>(IReadOnlyList<string> Words) : Condition<TEntity>
{
    public override void Describe(QueryShape shape)
    {
        shape.Add('S');
        shape.AddValue(Words);
    }
}

/// <summary>Sorts behind these values: the first field that differs decides. A record without one of the values does not.</summary>
public sealed record Behind<TEntity>(IReadOnlyList<QueryField<TEntity>> Fields, IReadOnlyList<object> Values, bool IsDescending)
    : Condition<TEntity>
{
    public override void Describe(QueryShape shape)
    {
        shape.Add('B');
        shape.Add(IsDescending ? 1 : 0);
        shape.Add(Fields.Count);
        foreach (var field in Fields)
            field.Describe(shape);
        foreach (var value in Values)
            shape.AddValue(value);
    }
}

/// <summary>One field held against a value, or against an array of them; null stands for no value.</summary>
public sealed record Test<TEntity>(QueryField<TEntity> Field, Operator Operator, IReadOnlyList<object?> Operands) : Condition<TEntity>
{
    /// <summary>Whether the operator takes an array, which is then one value.</summary>
    public bool IsArray => Operator is Operator.In or Operator.NotIn;

    /// <summary>Whether one of the operands is no value.</summary>
    public bool HasNull { get; } = Operands.Contains(null);

    public override void Describe(QueryShape shape)
    {
        shape.Add('T');
        Field.Describe(shape);
        shape.Add((int)Operator);
        shape.Add(HasNull ? 1 : 0);
        if (IsArray)
            shape.AddValue(HasNull ? Operands.OfType<object>().ToList() : Operands);
        else if (!HasNull)
            shape.AddValue(Operands[0]!);
    }
}
