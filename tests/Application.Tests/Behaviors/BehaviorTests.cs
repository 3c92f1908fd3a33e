using AchieveApex.Application.Behaviors;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Organizations;
using AchieveApex.Domain.Permissions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Xunit;

namespace AchieveApex.Application.Tests.Behaviors;

public sealed class BehaviorTests
{
    private readonly IDatabase database = Substitute.For<IDatabase>();

    public BehaviorTests() =>
        database
            .InTransaction(Arg.Any<Func<Task<string>>>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                Trace.Add("transaction");
                return call.Arg<Func<Task<string>>>()();
            });

    private List<string> Trace { get; } = [];

    [Fact]
    public async Task A_command_passes_permission_then_reading_then_the_transaction_and_then_its_handler()
    {
        Assert.Equal("done", await Send<Ordered>(new(Trace), "contacts:update"));
        Assert.Equal(["read", "transaction", "handler"], Trace);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read_opened_or_handled()
    {
        var error = await Assert.ThrowsAsync<Forbidden>(() => Send<Ordered>(new(Trace), "contacts:view"));
        Assert.Equal(Forbidden.To("update", "contacts").Message, error.Message);
        Assert.Empty(Trace);
    }

    [Fact]
    public async Task Without_an_organization_nothing_at_all_happens()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send<Ordered>(new(Trace), null));
        Assert.Empty(Trace);
    }

    [Fact]
    public async Task A_request_that_says_why_needs_no_permission() => Assert.Equal("done", await Send<Exempt>(new(Trace), "roles:view"));

    [Fact]
    public async Task A_request_that_declares_nothing_is_refused_even_to_those_who_may_everything()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Send<Undeclared>(new(Trace), "*"));
        Assert.Contains(nameof(Undeclared), error.Message, StringComparison.Ordinal);
        Assert.Empty(Trace);
    }

    [Fact]
    public async Task A_query_opens_no_transaction()
    {
        Assert.Equal("done", await Send<Asked>(new(Trace), "contacts:view"));
        Assert.Equal(["handler"], Trace);
    }

    [Fact]
    public async Task A_body_that_is_refused_reaches_neither_transaction_nor_handler()
    {
        await Assert.ThrowsAsync<BadRequest>(() => Send<Unreadable>(new(Trace), "*"));
        Assert.Empty(Trace);
    }

    private Task<string> Send<TRequest>(TRequest request, string? permission)
        where TRequest : IRequest<string>
    {
        var services = new ServiceCollection().AddApplication();
        services
            .AddSingleton(Substitute.For<IKeptAnswers>())
            .AddSingleton(database)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new PagingOptions());
        services.AddTransient<IRequestHandler<TRequest, string>>(_ => new Handler<TRequest>(Trace));
        var scope = services.BuildServiceProvider().CreateScope().ServiceProvider;
        if (permission is not null)
            scope.GetRequiredService<OrganizationScope>().Enter(CallerWith(permission, scope.GetRequiredService<ResourceCatalog>()));
        return scope.GetRequiredService<IMediator>().Send(request);
    }

    private static Caller CallerWith(string permission, ResourceCatalog resources) =>
        new(1, 2, 3, Rights.Of(resources, new Grants([permission])), AllowBulk: false, RateLimit: null);

    [Requires<Contact>(Access.Update)]
    private sealed record Ordered(List<string> Trace) : ICommand<string>, IReadsInput
    {
        public void Read(InputReader reader) => Trace.Add("read");
    }

    [NoPermission("a test")]
    private sealed record Exempt(List<string> Trace) : IQuery<string>;

    private sealed record Undeclared(List<string> Trace) : ICommand<string>;

    [Requires<Contact>(Access.View)]
    private sealed record Asked(List<string> Trace) : IQuery<string>;

    [Requires<Contact>(Access.Create)]
    private sealed record Unreadable(List<string> Trace) : ICommand<string>, IReadsInput
    {
        public void Read(InputReader reader) => throw new BadRequest("no");
    }

    private sealed class Handler<TRequest>(List<string> trace) : IRequestHandler<TRequest, string>
        where TRequest : IRequest<string>
    {
        public Task<string> Handle(TRequest request, CancellationToken cancellationToken)
        {
            trace.Add("handler");
            return Task.FromResult("done");
        }
    }
}
