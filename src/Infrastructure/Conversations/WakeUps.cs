using System.Diagnostics;
using AchieveApex.Application.Conversations;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Conversations;
using AchieveApex.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Conversations;

/// <summary>
/// Wakes snoozed conversations of all organizations. When is kept by the database, so that no restart loses it. Every instance looks; who
/// comes second finds the conversation open, and does nothing.
/// </summary>
internal sealed class WakeUps(IServiceScopeFactory scopes, ResourceCatalog resources, TimeProvider clock, ILogger<WakeUps> log)
    : RecurringWork(TimeSpan.FromSeconds(1), clock, log)
{
    /// <summary>Wakes those whose time has come.</summary>
    public async Task Wake(CancellationToken cancellationToken)
    {
        foreach (var due in await Due(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(Caller.Program(due.OrganizationId, resources));
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new WakeConversation(due.Id), cancellationToken);
        }
    }

    protected override Task Do(CancellationToken cancellationToken) => Wake(cancellationToken);

    private async Task<IReadOnlyList<DueRecord>> Due(CancellationToken cancellationToken)
    {
        // Without a parent that is not sampled, every look would be a trace of its own.
        using var untraced = new Activity(nameof(WakeUps)).Start();
        await using var scope = scopes.CreateAsyncScope();
        return await DueRecords.Of<Conversation>(
            scope.ServiceProvider.GetRequiredService<AchieveApexDb>(),
            Clock.GetUtcNow(),
            cancellationToken
        );
    }
}
