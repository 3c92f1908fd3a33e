using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>The subjects of one class, whose tests run one after another: each is filled once.</summary>
public sealed class Subjects
{
    private readonly Dictionary<(string Collection, bool IsOther), Subject> filled = [];

    /// <summary>An organization with records, of which each test sees a new list of findings.</summary>
    internal async Task<Subject> In(TestApi api, string collection, bool isOther = false)
    {
        if (!filled.TryGetValue((collection, isOther), out var subject))
            subject = filled[(collection, isOther)] = await Subject.In(api, ConformingResource.Of(collection));
        return subject.Anew();
    }
}
