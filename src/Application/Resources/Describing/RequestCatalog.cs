using System.Collections.Frozen;

namespace AchieveApex.Application.Resources.Describing;

/// <summary>Every request of the program, found by scanning.</summary>
public sealed class RequestCatalog(IEnumerable<Type> requests)
{
    private readonly Lazy<IReadOnlyList<RequestDescription>> all = new(() => [.. requests.Select(RequestDescription.Of)]);

    private readonly Lazy<FrozenSet<Type>> merged = new(() =>
        requests.Select(request => request.ClosedBase(typeof(MergeInto<,,>))?.GenericTypeArguments[0]).OfType<Type>().ToFrozenSet()
    );

    public IReadOnlyList<RequestDescription> All => all.Value;

    /// <summary>Whether a request may be answered with another record than was asked for, into which that one was merged.</summary>
    public bool MayAnswerWithAnother(RequestDescription request) =>
        request.FollowsMerges && request.Record is { } record && IsMerged(record);

    /// <summary>Whether records of a kind are merged.</summary>
    public bool IsMerged(Type record) => merged.Value.Contains(record);
}
