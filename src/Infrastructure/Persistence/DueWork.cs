using System.Diagnostics;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Shapes;
using AchieveApex.Domain.Resources;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>
/// Sends a command for each record of a kind whose time has come, of all organizations. When is kept by the database, so that no restart loses
/// it. Every instance looks; the command of who comes second finds it done, and does nothing.
/// </summary>
internal abstract class DueWork<TRecord>(IServiceScopeFactory scopes, ResourceCatalog resources, TimeProvider clock, ILogger log)
    : RecurringWork(TimeSpan.FromSeconds(1), clock, log)
    where TRecord : Record
{
    /// <summary>Does what is due now.</summary>
    public async Task DoDue(CancellationToken cancellationToken)
    {
        foreach (var due in await Due(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(Caller.Program(due.OrganizationId, resources));
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(Command(due.Id), cancellationToken);
        }
    }

    /// <summary>What is to be done with a record, unless that has happened already.</summary>
    protected abstract WhenDue<TRecord> Command(long id);

    protected override Task Do(CancellationToken cancellationToken) => DoDue(cancellationToken);

    private async Task<IReadOnlyList<DueRecord>> Due(CancellationToken cancellationToken)
    {
        // Without a parent that is not sampled, every look would be a trace of its own.
        using var untraced = new Activity(GetType().Name).Start();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AchieveApexDb>();
        return await DueRecords.Of<TRecord>(db, Clock.GetUtcNow(), cancellationToken);
    }
}
