using AchieveApex.Application.Permissions;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.ApiKeys;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Organizations;
using AchieveApex.Domain.Permissions;
using CsCheck;
using Xunit;

namespace AchieveApex.Application.Tests.Permissions;

public sealed class RightsTests
{
    private static readonly ResourceCatalog Catalog = new([
        new Named<Contact>("contacts"),
        new Named<Role>("roles", true),
        new Named<ApiKey>("api-keys", true),
    ]);

    private static readonly Gen<IReadOnlyList<string>> Patterns = Gen.Select(
            Gen.OneOf("contacts", "roles", "api-keys", "*"),
            Gen.OneOf("view", "create", "update", "delete", "*"),
            (resource, action) => $"{resource}:{action}"
        )
        .List[0, 4]
        .Select(list => (IReadOnlyList<string>)list);

    [Fact]
    public void Rights_cover_others_when_they_allow_each_single_one_of_them() =>
        Gen.Select(Patterns, Patterns)
            .Sample(
                (mine, theirs) =>
                {
                    var (a, b) = (Rights.Of(Catalog, new Grants(mine)), Rights.Of(Catalog, new Grants(theirs)));
                    Assert.Equal(Single(b).All(Single(a).Contains), a.Cover(b));
                }
            );

    [Fact]
    public void Rights_of_two_grants_are_those_that_both_have() =>
        Gen.Select(Patterns, Patterns)
            .Sample(
                (role, scopes) =>
                {
                    var both = Rights.Of(Catalog, new Grants(role), new Grants(scopes));
                    var (a, b) = (Rights.Of(Catalog, new Grants(role)), Rights.Of(Catalog, new Grants(scopes)));
                    Assert.Equal(Single(a).Intersect(Single(b)).Order(), Single(both).Order());
                    Assert.True(a.Cover(both) && b.Cover(both));
                }
            );

    [Fact]
    public void Two_actions_are_allowed_together_when_each_is()
    {
        var rights = Rights.Of(Catalog, new Grants(["contacts:view", "contacts:create"]));
        Assert.True(rights.Allow("contacts", Access.View | Access.Create));
        Assert.False(rights.Allow("contacts", Access.View | Access.Delete));
    }

    private static List<string> Single(Rights rights) =>
        [
            .. from resource in Catalog.All
            from action in Actions.All
            where rights.Allow(resource.Name, action.Access)
            select $"{resource.Name}:{action.Name}",
        ];

    private sealed record Named<T>(string Name, bool IsAdministrative = false) : Resource<T>(Name, IsAdministrative)
        where T : Domain.Resources.Record;
}
