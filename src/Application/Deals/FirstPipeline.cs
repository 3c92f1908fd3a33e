using AchieveApex.Application.Organizations.Contracts;
using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>Every organization starts with a pipeline, so that the first deal has somewhere to be.</summary>
internal sealed class FirstPipeline(IDatabase db) : IOrganizationStart
{
    public async Task Add(CancellationToken cancellationToken)
    {
        var pipeline = new Pipeline { Name = "Sales" };
        db.Add(pipeline);
        await db.Save(cancellationToken);
        foreach (var stage in Stage.Usual(pipeline.Id))
            db.Add(stage);
        await db.Save(cancellationToken);
    }
}
