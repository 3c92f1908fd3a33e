using System.Text.Json;

namespace AchieveApex.Domain.Resources;

/// <summary>Which states can follow which.</summary>
/// <param name="next">Those that can follow each; one that is not listed is the last.</param>
public sealed class Transitions<TState>(IReadOnlyDictionary<TState, TState[]> next)
    where TState : struct, Enum
{
    public bool Allow(TState from, TState to) => After(from).Contains(to);

    /// <exception cref="DomainException">The one cannot follow the other; the message names those that can.</exception>
    public void Check(TState from, TState to, string property = "Status")
    {
        if (!Allow(from, to))
            throw new DomainException($"cannot become {NameOf(to)}: {NameOf(from)} {Following(from)}", property);
    }

    private string Following(TState from) =>
        After(from) is { Length: > 0 } states ? $"can only become {string.Join(", ", states.Select(NameOf))}" : "is the last";

    private TState[] After(TState state) => next.TryGetValue(state, out var states) ? states : [];

    private static string NameOf(TState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
}
