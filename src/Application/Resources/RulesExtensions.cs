namespace AchieveApex.Application.Resources;

/// <summary>Asking all rules of a kind of record.</summary>
public static class RulesExtensions
{
    public static async Task Check<TRecord>(this IEnumerable<IRule<TRecord>> rules, TRecord record, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
            await rule.Check(record, cancellationToken);
    }
}
