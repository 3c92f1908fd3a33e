using System.Runtime.CompilerServices;
using ArchUnitNET.Fluent;

namespace AchieveApex.Architecture.Tests;

/// <summary>A rule over a body of code: the product, which keeps it, and the planted violations, which it has to see.</summary>
/// <param name="Name">The rule as a sentence.</param>
/// <param name="Check">What breaks it; no subject at all breaks it as well.</param>
internal sealed record Rule(string Name, Func<Code, IEnumerable<Violation>> Check)
{
    /// <summary>Types, namespaces (ending in <c>.*</c>) or whole violations that are let pass, each with its reason. One that is not needed fails.</summary>
    public IReadOnlyDictionary<string, string> Except { get; init; } = new Dictionary<string, string>();

    /// <summary>A rule that says what is wrong with one subject, or null.</summary>
    public static Rule Each<T>(Func<Code, IEnumerable<T>> subjects, Func<Code, T, string?> problem, [CallerMemberName] string name = "")
        where T : notnull => new(name, code => Violations(subjects(code).ToList(), subject => problem(code, subject)));

    /// <inheritdoc cref="Each{T}(Func{Code, IEnumerable{T}}, Func{Code, T, string}, string)"/>
    public static Rule Each<T>(Func<Code, IEnumerable<T>> subjects, Func<T, string?> problem, [CallerMemberName] string name = "")
        where T : notnull => Each(subjects, (_, subject) => problem(subject), name);

    /// <summary>A rule in the words of ArchUnitNET, which itself insists on a subject.</summary>
    public static Rule Of(IArchRule rule, [CallerMemberName] string name = "") =>
        new(
            name,
            code =>
                rule.Evaluate(code.Architecture)
                    .Where(result => !result.Passed)
                    .Select(result => new Violation(
                        (result.EvaluatedObject as ArchUnitNET.Domain.ICanBeAnalyzed)?.FullName.Split('+')[0] ?? name,
                        result.Description
                    ))
        );

    /// <summary>What breaks the rule in spite of the exceptions.</summary>
    public IReadOnlyList<Violation> BrokenIn(Code code) =>
        [.. Check(code).Where(violation => !Except.Keys.Any(exception => Covers(exception, violation)))];

    /// <summary>Exceptions that nothing makes use of.</summary>
    public IReadOnlyList<string> NeedlessIn(Code code)
    {
        var violations = Check(code).ToList();
        return [.. Except.Keys.Where(exception => !violations.Any(violation => Covers(exception, violation)))];
    }

    private static bool Covers(string exception, Violation violation) =>
        exception.EndsWith(".*", StringComparison.Ordinal)
            ? violation.Offender.StartsWith(exception[..^1], StringComparison.Ordinal)
            : exception == violation.Offender || exception == violation.ToString();

    private static IEnumerable<Violation> Violations<T>(List<T> subjects, Func<T, string?> problem)
        where T : notnull =>
        subjects.Count == 0
            ? [new("the rule", "has no subject")]
            : subjects.Select(subject => problem(subject) is { } text ? Violation.Of(subject, text) : null).OfType<Violation>().Distinct();
}
