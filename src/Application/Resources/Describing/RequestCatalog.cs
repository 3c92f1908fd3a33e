namespace AchieveApex.Application.Resources.Describing;

/// <summary>Every request of the program, found by scanning.</summary>
public sealed class RequestCatalog(IEnumerable<Type> requests)
{
    private readonly Lazy<IReadOnlyList<RequestDescription>> all = new(() => [.. requests.Select(RequestDescription.Of)]);

    public IReadOnlyList<RequestDescription> All => all.Value;

    /// <summary>Whether a request may be answered with another record than was asked for, into which that one was merged.</summary>
    public bool MayAnswerWithAnother(RequestDescription request) =>
        request.FollowsMerges && All.Any(other => other.IsMerge && other.Record == request.Record);
}
