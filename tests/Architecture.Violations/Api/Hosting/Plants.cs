using AchieveApex.Application.Behaviors;
using AchieveApex.Application.Gadgets;
using AchieveApex.Domain.Gadgets;
using AchieveApex.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Api.Hosting;

/// <summary>The container and the databases of the planted violations.</summary>
[Breaks("No_entity_shows_in_Api")]
[Breaks("Api_knows_no_database")]
[Breaks("Api_knows_no_Infrastructure")]
public static class Plants
{
    public static IReadOnlyList<DbContext> Databases => [new PlantedSqliteDb(), new PlantedPostgresDb()];

    public static IServiceCollection AddPlants(this IServiceCollection services) =>
        services
            .AddSingleton(new ResourceCatalog([new GadgetResource()]))
            .AddTransient<IRequestHandler<CountGadgetsQuery, int>, GadgetCounter>()
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(BatchBehavior<,>))
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(OrganizationBehavior<,>))
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(EarlyBehavior<,>))
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>))
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>))
            .AddTransient(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));

    private sealed record GadgetResource() : Resource<Gadget>("gadgets");
}
