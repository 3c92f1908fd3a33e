using AchieveApex.Application;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Permissions;
using BenchmarkDotNet.Attributes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Micro;

/// <summary>What a request pays before its handler: a scope, the mediator and the behaviors. The handler does nothing.</summary>
public class PipelineBenchmark
{
    private ServiceProvider services = null!;
    private Caller caller = null!;

    [GlobalSetup]
    public void Start()
    {
        services = new ServiceCollection().AddApplication(typeof(PipelineBenchmark).Assembly).BuildServiceProvider();
        caller = Caller.Program(101, services.GetRequiredService<ResourceCatalog>());
    }

    [Benchmark]
    public async Task<Unit> Query()
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AskNothing());
    }
}

/// <summary>Passes every behavior of a query.</summary>
[Requires<Contact>(Access.View)]
internal sealed record AskNothing : IQuery<Unit>;

internal sealed class AskNothingHandler : IRequestHandler<AskNothing, Unit>
{
    public Task<Unit> Handle(AskNothing request, CancellationToken cancellationToken) => Unit.Task;
}
