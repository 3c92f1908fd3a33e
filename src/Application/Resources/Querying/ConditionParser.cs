using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Querying;

/// <summary>The second stage, conditions: a tree and the known fields become typed conditions, or 400 for the first thing wrong.</summary>
internal sealed class ConditionParser<TEntity>(QueryFields<TEntity> fields)
    where TEntity : class
{
    private readonly List<Condition<TEntity>> conditions = [];
    private int tests;

    /// <summary>Everything that was added.</summary>
    public Every<TEntity>? Result => conditions.Count == 0 ? null : new(conditions);

    /// <summary>Adds what one parameter of the top level asks for.</summary>
    public void Add(string name, QueryTree node) => Add(name, node, conditions, depth: 0);

    /// <summary>Adds what <c>$search</c> asks for.</summary>
    public void AddSearch(QueryTree node)
    {
        var text = node.Value();
        if (text.Length > QueryLimits.SearchText)
            throw new BadRequest($"'$search' has {text.Length} characters. At most {QueryLimits.SearchText} are allowed.");

        var words = SearchWords.Of(text);
        if (words.Count == 0)
            throw new BadRequest("'$search' needs at least one word, which is letters or numbers.");
        if (words.Count > QueryLimits.SearchWords)
            throw new BadRequest($"'$search' has {words.Count} words. At most {QueryLimits.SearchWords} are allowed.");

        conditions.Add(new Search<TEntity>(words));
    }

    private void Add(string name, QueryTree node, List<Condition<TEntity>> into, int depth)
    {
        if (name is "$or" or "$and")
            into.Add(Groups(name, node, depth + 1));
        else if (name.StartsWith('$'))
            throw new BadRequest($"{Quoted.Name(node.Path)} cannot stand here: a group takes fields, $or and $and.");
        else if (node.HasValue)
            into.Add(Test(fields.Find(name), Operator.Equal, node));
        else
            AddOperators(fields.Find(name), node, into);
    }

    private Condition<TEntity> Groups(string name, QueryTree node, int depth)
    {
        if (depth > QueryLimits.Depth)
            throw new BadRequest(
                $"{Quoted.Name(node.Path)} is nested too deeply. At most {QueryLimits.Depth} levels of $or and $and are allowed."
            );

        var items = node.HasValue ? [] : node.Items();
        if (items.Count == 0)
            throw new BadRequest($"{Quoted.Name(node.Path)} needs at least one group, such as {name}[0][field]=value.");
        if (name == "$or" && items.Count > QueryLimits.Branches)
            throw new BadRequest($"{Quoted.Name(node.Path)} has {items.Count} branches. At most {QueryLimits.Branches} are allowed.");

        Condition<TEntity>[] groups = [.. items.Select(item => Group(item, depth))];
        return name == "$or" ? new Any<TEntity>(groups) : new Every<TEntity>(groups);
    }

    private Every<TEntity> Group(QueryTree node, int depth)
    {
        if (node.HasValue)
            throw new BadRequest($"{Quoted.Name(node.Path)} is not a group. It needs at least one condition, such as [field]=value.");

        var parts = new List<Condition<TEntity>>();
        foreach (var (name, member) in node.Members())
            Add(name, member, parts, depth);

        return new(parts);
    }

    private void AddOperators(QueryField<TEntity> field, QueryTree node, List<Condition<TEntity>> into)
    {
        foreach (var (name, operand) in node.Members())
        {
            if (OperatorNames.Find(name) is not { } asked)
                throw new BadRequest($"Unknown operator {Quoted.Name(name)} on field '{field.Name}'.{Hint(name, field)}");
            if (!field.Type.Takes(asked))
                throw new BadRequest($"Field '{field.Name}' does not take '{name}', only {Allowed(field)}.");

            into.Add(Test(field, asked, operand));
        }
    }

    private Test<TEntity> Test(QueryField<TEntity> field, Operator asked, QueryTree node)
    {
        if (++tests > QueryLimits.Conditions)
            throw new BadRequest($"The query has too many conditions. At most {QueryLimits.Conditions} are allowed.");

        return new(
            field,
            asked,
            asked switch
            {
                Operator.In or Operator.NotIn => [.. node.Values().Select(field.Read)],
                Operator.Equal or Operator.NotEqual => [field.Read(node.Value())],
                Operator.Like or Operator.NotLike or Operator.ILike => [Pattern(field, node.Value())],
                _ => [field.Type.Read(field.Name, node.Value())],
            }
        );
    }

    private static object Pattern(QueryField<TEntity> field, string text)
    {
        var pattern = field.Type.Read(field.Name, text);
        return TextPattern.Problem(text) is { } problem ? throw BadRequest.Invalid(field.Name, problem) : pattern;
    }

    private static string Hint(string name, QueryField<TEntity> field) =>
        NearestName.Hint(name, OperatorNames.For(field.Type)) is { Length: > 0 } hint ? hint : $" It takes {Allowed(field)}.";

    private static string Allowed(QueryField<TEntity> field) => string.Join(", ", OperatorNames.For(field.Type));
}
