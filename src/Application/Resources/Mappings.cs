using Mapster;

namespace AchieveApex.Application.Resources;

/// <summary>How records become views and fields become records. A view property without a source stops the start.</summary>
internal static class Mappings
{
    // Mapster's settings belong to the process, where several servers may start, and a mapping in use cannot be made again.
    private static readonly Lock Turn = new();
    private static readonly HashSet<Type> Known = [];

    public static void Register(IEnumerable<Type> types, IReadOnlyCollection<Type> requests)
    {
        lock (Turn)
            RegisterNew(types, requests);
    }

    private static void RegisterNew(IEnumerable<Type> types, IReadOnlyCollection<Type> requests)
    {
        var config = TypeAdapterConfig.GlobalSettings;
        if (Known.Add(typeof(Mappings)))
        {
            config.NewConfig<CustomFields, CustomFields>().MapWith(fields => fields);
            config.NewConfig<IReadOnlyList<string>, IReadOnlyList<string>>().MapWith(texts => texts);
        }

        foreach (
            var register in types.Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IRegister)) && Known.Add(type))
        )
            ((IRegister)Activator.CreateInstance(register)!).Register(config);

        foreach (
            var shape in requests
                .Select(request => request.ClosedBase(typeof(Get<,>)) ?? request.ClosedBase(typeof(List<,>)))
                .OfType<Type>()
                .Where(Known.Add)
        )
            config.ForType(shape.GenericTypeArguments[0], shape.GenericTypeArguments[1]).RequireDestinationMemberSource(true);

        config.Compile();
    }
}
