using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The context of a unit of work, made when it is first needed: a read needs none.</summary>
internal sealed class ContextLease(IServiceProvider services)
{
    /// <summary>The context, if there is one already.</summary>
    public AchieveApexDb? Current { get; set; }

    public AchieveApexDb Db => Current ?? services.GetRequiredService<AchieveApexDb>();
}
