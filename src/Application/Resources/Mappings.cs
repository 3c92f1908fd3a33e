using Mapster;

namespace AchieveApex.Application.Resources;

/// <summary>
/// How records become views and fields become records. Each is compiled when it is first used: to compile all of them takes a sixth of the
/// start. Where modules are written they are compiled at once, and a view property without a source stops the start.
/// </summary>
internal static class Mappings
{
    private static readonly Lock Turn = new();
    private static bool isRegistered,
        isChecked;

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

    /// <summary>Compiles all of them.</summary>
    /// <exception cref="CompileException">A property of a view has no source; the message names it.</exception>
    public static void Check()
    {
        lock (Turn)
        {
            if (!isChecked)
                TypeAdapterConfig.GlobalSettings.Compile();
            isChecked = true;
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
    }
}
