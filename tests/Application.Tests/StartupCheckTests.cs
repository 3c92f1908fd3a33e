using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Shapes;
using AchieveApex.Domain.Contacts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Application.Tests;

public sealed class StartupCheckTests
{
    [Theory]
    [InlineData(typeof(Undeclared), "Undeclared has to carry either [Requires<…>] or [NoPermission]")]
    [InlineData(typeof(TwiceDeclared), "TwiceDeclared has to carry either [Requires<…>] or [NoPermission]")]
    [InlineData(typeof(Unspoken), "Unspoken has to say why it needs no permission")]
    [InlineData(typeof(Unscoped), "Unscoped has to be an ICommand, an IQuery or an ICrossOrganization")]
    [InlineData(typeof(Unhandled), "Unhandled has to have exactly one handler")]
    [InlineData(typeof(Unvalidated), "Unvalidated writes Fields, which has no validator")]
    [InlineData(typeof(OfNoResource), "OfNoResource requires a permission on Nameless, which has no Resource that names it")]
    public void A_request_that_forgot_something_stops_the_start_and_is_named(Type request, string problem)
    {
        var error = Assert.Throws<InvalidOperationException>(() => StartupCheck.Run([request], Named(), Handlers(request)));
        Assert.Equal($"The program is incomplete: {problem}.", error.Message);
    }

    [Fact]
    public void A_record_without_a_resource_stops_the_start_and_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StartupCheck.Run([], Named().Skip(1), new ServiceCollection()));
        Assert.Contains("Contact has no Resource that names it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_with_everything_starts() => StartupCheck.Run([typeof(Complete)], Named(), Handlers(typeof(Complete)));

    private static IEnumerable<Resource> Named() =>
        typeof(Contact)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Domain.Resources.Record)))
            .OrderBy(type => type != typeof(Contact))
            .Select(type => (Resource)Activator.CreateInstance(typeof(Name<>).MakeGenericType(type), type.Name)!);

    private static ServiceCollection Handlers(Type request)
    {
        var services = new ServiceCollection();
        if (request != typeof(Unhandled))
            services.AddTransient(
                typeof(IRequestHandler<,>).MakeGenericType(
                    request,
                    request.ClosedForms(typeof(IRequest<>)).Single().GenericTypeArguments[0]
                ),
                _ => null!
            );
        return services;
    }

    private sealed record Name<T>(string Name) : Resource<T>(Name)
        where T : Domain.Resources.Record;

    private sealed class Nameless : Domain.Resources.Record;

    private sealed record Undeclared : ICommand<string>;

    [Requires<Contact>(Access.View), NoPermission("a test")]
    private sealed record TwiceDeclared : ICommand<string>;

    [NoPermission(" ")]
    private sealed record Unspoken : ICommand<string>;

    [Requires<Contact>(Access.View)]
    private sealed record Unscoped : IRequest<string>;

    [Requires<Contact>(Access.View)]
    private sealed record Unhandled : IQuery<string>;

    [Requires<Nameless>(Access.View)]
    private sealed record OfNoResource : IQuery<string>;

    [Requires<Contact>(Access.View)]
    private sealed record Complete : IQuery<string>;

    private sealed record Fields : RecordFields;

    private sealed record View : RecordView;

    [Requires<Contact>(Access.Create)]
    private sealed record Unvalidated(Input<Fields> Input) : Create<Contact, Fields, View>(Input);
}
