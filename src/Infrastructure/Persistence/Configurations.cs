using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>
/// The mapping of every entity, found by its name: that of <c>Domain.Contacts.Contact</c> is <c>Contacts.ContactConfiguration</c> here. A look
/// at all types of this assembly would load every driver, used or not.
/// </summary>
internal static class Configurations
{
    private const string Suffix = "Configuration";

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in typeof(Record).Assembly.GetTypes())
            if (Of(entity) is { } configuration)
                Apply(model, entity, configuration);
    }

    /// <summary>The mapping of an entity; null when it has none.</summary>
    public static Type? Of(Type entity) =>
        typeof(Configurations).Assembly.GetType(
            $"{entity.Namespace?.Replace(".Domain.", ".Infrastructure.", StringComparison.Ordinal)}.{entity.Name}{Suffix}"
        );

    private static void Apply(ModelBuilder model, Type entity, Type configuration) =>
        ((Action<ModelBuilder, object>)Apply<Record>)
            .Method.GetGenericMethodDefinition()
            .MakeGenericMethod(entity)
            .Invoke(null, [model, Activator.CreateInstance(configuration)]);

    private static void Apply<T>(ModelBuilder model, object configuration)
        where T : class => model.ApplyConfiguration((IEntityTypeConfiguration<T>)configuration);
}
