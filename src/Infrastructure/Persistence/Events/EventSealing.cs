using AchieveApex.Application.Resources;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>Seals what was written, soon after. It does not matter how many instances do so.</summary>
internal sealed class EventSealing(IEventLog events, TimeProvider clock, ILogger<EventSealing> log)
    : RecurringWork(TimeSpan.FromSeconds(1), clock, log)
{
    protected override Task Do(CancellationToken cancellationToken) => events.SealAll(cancellationToken);
}
