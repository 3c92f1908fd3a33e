namespace AchieveApex.Application.Resources.Describing;

/// <summary>Every request of the program, found by scanning.</summary>
public sealed class RequestCatalog(IEnumerable<Type> requests)
{
    private readonly Lazy<IReadOnlyList<RequestDescription>> all = new(() => [.. requests.Select(RequestDescription.Of)]);

    public IReadOnlyList<RequestDescription> All => all.Value;
}
