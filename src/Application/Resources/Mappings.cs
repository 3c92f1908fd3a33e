using Mapster;

namespace AchieveApex.Application.Resources;

/// <summary>How records become views and fields become records. A view property without a source stops the start.</summary>
internal static class Mappings
{
    private static readonly Lock Turn = new();
    private static bool isRegistered;

    // The mapper is one for the process, and takes no changes once it has mapped: a second server in it finds everything there.
    public static void Register(IEnumerable<Type> types, IReadOnlyCollection<Type> requests)
    {
        lock (Turn)
        {
            if (!isRegistered)
                Register(TypeAdapterConfig.GlobalSettings, types, requests);
            isRegistered = true;
        }
    }

    private static void Register(TypeAdapterConfig config, IEnumerable<Type> types, IReadOnlyCollection<Type> requests)
    {
        config.NewConfig<CustomValues, CustomValues>().MapWith(fields => fields);
        config.NewConfig<FieldChanges, FieldChanges>().MapWith(changes => changes);
        config.NewConfig<IReadOnlyList<string>, IReadOnlyList<string>>().MapWith(texts => texts);
        foreach (var register in types.Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IRegister))))
            ((IRegister)Activator.CreateInstance(register)!).Register(config);

        foreach (
            var shape in requests
                .Select(request => request.ClosedBase(typeof(Get<,>)) ?? request.ClosedBase(typeof(List<,>)))
                .OfType<Type>()
                .Distinct()
        )
            config.ForType(shape.GenericTypeArguments[0], shape.GenericTypeArguments[1]).RequireDestinationMemberSource(true);

        config.Compile();
    }
}
