using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The context of a unit of work, made when it is first needed: a read needs none.</summary>
internal sealed class ContextLease(IServiceProvider services)
{
    /// <summary>The context, if there is one already.</summary>
    public AchieveApexDb? Current { get; set; }

    /// <summary>The transaction that is open, if one is.</summary>
    public IDbContextTransaction? Transaction => Current?.Database.CurrentTransaction;

    public AchieveApexDb Db => Current ?? services.GetRequiredService<AchieveApexDb>();
}
