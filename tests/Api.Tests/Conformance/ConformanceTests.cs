using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Conformance;

public sealed class ConformanceTestsOnSqlite(SqliteApi api, Subjects subjects) : ConformanceTests(api, subjects);

public sealed class ConformanceTestsOnPostgres(PostgresApi api, Subjects subjects) : ConformanceTests(api, subjects);

/// <summary>
/// What holds for every resource, whatever module it is of. Resources, their operations and their fields are read from the document, so a
/// new one is tried without being named here; what its document does not tell stands in <see cref="Particulars"/>.
/// </summary>
public abstract class ConformanceTests(TestApi api, Subjects subjects) : IClassFixture<Subjects>
{
    public static TheoryData<string> Resources { get; } = [.. ConformingResource.All.Select(resource => resource.Collection)];

    [Theory, MemberData(nameof(Resources))]
    public Task Its_list_is_filtered_by_every_field_with_every_operator(string resource) =>
        Try(resource, subject => new Listing(subject).Filters());

    [Theory, MemberData(nameof(Resources))]
    public Task Its_list_is_sorted_by_every_field_whatever_way_it_is_paged(string resource) =>
        Try(resource, subject => new Listing(subject).Sorts());

    [Theory, MemberData(nameof(Resources))]
    public Task Its_list_is_paged_and_shows_what_is_selected(string resource) =>
        Try(resource, subject => new Listing(subject).Pages(), subject => new Listing(subject).Selects());

    [Theory, MemberData(nameof(Resources))]
    public Task Its_records_are_created_replaced_patched_and_removed(string resource) =>
        Try(
            resource,
            subject => new Writing(subject).Creates(),
            subject => new Writing(subject).Replaces(),
            subject => new Patching(subject).Patches(),
            subject => new Writing(subject).Removes(),
            subject => new Writing(subject).Refuses_what_cannot_be_done()
        );

    [Theory, MemberData(nameof(Resources))]
    public Task Its_writes_are_told_by_events(string resource) => Try(resource, subject => new WrittenEvents(subject).Tell());

    [Theory, MemberData(nameof(Resources))]
    public Task Its_writes_are_safe_to_repeat_to_condition_and_to_try(string resource) =>
        Try(
            resource,
            subject => new SafeWriting(subject).Repeats(),
            subject => new SafeWriting(subject).Depends_on_the_version(),
            subject => new SafeWriting(subject).Is_tried()
        );

    [Theory, MemberData(nameof(Resources))]
    public Task Its_fields_take_nothing_that_they_cannot_be(string resource) =>
        Try(resource, subject => new Refusing(subject).Unknown_fields(), subject => new Refusing(subject).Wrong_values());

    [Theory, MemberData(nameof(Resources))]
    public Task Each_role_may_do_with_it_what_the_role_is_for(string resource) =>
        Try(resource, subject => new Permitting(subject).Asks_for_the_right());

    [Theory, MemberData(nameof(Resources))]
    public async Task What_another_organization_has_of_it_is_out_of_reach(string resource)
    {
        var other = await subjects.In(api, resource, isOther: true);
        await Try(resource, subject => new Foreign(subject, other).Is_out_of_reach());
    }

    private async Task Try(string resource, params Func<Subject, Task>[] trials)
    {
        var subject = await subjects.In(api, resource);
        foreach (var trial in trials)
            await trial(subject);
        subject.Conforms();
    }
}
