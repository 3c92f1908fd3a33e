using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The fence of every query of EF Core: what belongs to an organization is seen by its callers alone.</summary>
internal static class OrganizationFilter
{
    /// <summary>The filter's name. It is never switched off.</summary>
    public const string Name = "organization";

    private const string Owner = nameof(AchieveApexDb.OrganizationId);

    /// <summary>Of a model that is made by the conventions. A model can be compiled only without filters: there they are added to what was compiled.</summary>
    public static void Map(ModelBuilder model)
    {
        if (EF.IsDesignTime)
            return;

        foreach (var entity in model.Model.GetEntityTypes().Where(IsOwned))
            model.Entity(entity.ClrType).HasQueryFilter(Name, Of(entity.ClrType));
    }

#pragma warning disable EF1001 // Filters cannot be compiled, so that there is no other way; a test compares both models.
    /// <summary>Of a compiled model.</summary>
    public static void Add(IModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(IsOwned))
        {
            var filters = new QueryFilterCollection();
            filters.Set(new RuntimeQueryFilter(Name, Of(entity.ClrType)));
            ((RuntimeEntityType)entity).SetAnnotation(CoreAnnotationNames.QueryFilter, filters);
        }
    }
#pragma warning restore EF1001

    private static bool IsOwned(IReadOnlyEntityType entity) => entity.FindProperty(Owner) is not null;

    // In the place of the context EF puts the one that asks.
    private static LambdaExpression Of(Type entity)
    {
        var row = Expression.Parameter(entity);
        var asking = Expression.Constant(null, typeof(AchieveApexDb));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, Owner), Expression.Property(asking, Owner)), row);
    }
}
