using AchieveApex.Application.Behaviors;
using AchieveApex.Application.Deals;
using AchieveApex.Domain.Deals;
using AchieveApex.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex;

/// <summary>The container and the databases of the planted violations.</summary>
public static class Plants
{
    public static IReadOnlyList<DbContext> Databases => [new PlantedSqliteDb(), new PlantedPostgresDb()];

    public static IServiceCollection AddPlants(this IServiceCollection services) =>
        services
            .AddSingleton(new ResourceCatalog([new DealResource()]))
            .AddTransient<IRequestHandler<CountDealsQuery, int>, DealCounter>()
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(OrganizationBehavior<,>))
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(EarlyBehavior<,>));

    private sealed record DealResource() : Resource<Deal>("deals");
}
