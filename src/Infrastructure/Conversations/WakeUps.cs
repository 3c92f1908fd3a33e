using AchieveApex.Application.Conversations;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Shapes;
using AchieveApex.Domain.Conversations;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Conversations;

/// <summary>Wakes snoozed conversations.</summary>
internal sealed class WakeUps(IServiceScopeFactory scopes, ResourceCatalog resources, TimeProvider clock, ILogger<WakeUps> log)
    : DueWork<Conversation>(scopes, resources, clock, log)
{
    protected override WhenDue<Conversation> Command(long id) => new WakeConversation(id);
}
