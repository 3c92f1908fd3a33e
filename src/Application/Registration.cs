using System.Reflection;
using AchieveApex.Application.Behaviors;
using AchieveApex.Application.Merges;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Application.Resources.Querying;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AchieveApex.Application;

/// <summary>Finds requests, handlers, validators and resources by scanning. No list of modules exists.</summary>
public static class Registration
{
    private static readonly (Type Shape, Type Handler)[] SharedHandlers =
    [
        (typeof(List<,>), typeof(ListHandler<,,>)),
        (typeof(Get<,>), typeof(GetHandler<,,>)),
        (typeof(Create<,,>), typeof(CreateHandler<,,,>)),
        (typeof(Replace<,,>), typeof(ReplaceHandler<,,,>)),
        (typeof(Patch<,,>), typeof(PatchHandler<,,,>)),
        (typeof(Remove<,>), typeof(RemoveHandler<,,>)),
        (typeof(Move<,,>), typeof(MoveHandler<,,,>)),
        (typeof(WhenDue<>), typeof(WhenDueHandler<,>)),
        (typeof(Timeline<>), typeof(TimelineHandler<,>)),
    ];

    // Those that save more than once.
    private static readonly (Type Shape, Type Handler)[] LongHandlers = [(typeof(MergeInto<,,>), typeof(MergeIntoHandler<,,,>))];

    // What the kernel makes of a module's request, and so no module names.
    private static readonly (Type Shape, Type Handler)[] DerivedHandlers =
    [
        (typeof(Create<,,>), typeof(CreateManyHandler<,,>)),
        (typeof(Change<,>), typeof(ChangeManyHandler<,>)),
        (typeof(Replace<,,>), typeof(UpsertHandler<,,>)),
    ];

    /// <summary>Adds the application layer. A resource that forgot something stops the start with a message that names it.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services, params Assembly[] assemblies)
    {
        var types = assemblies.Append(typeof(Registration).Assembly).SelectMany(assembly => assembly.GetTypes()).ToList();
        var concrete = types.Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }).ToList();
        var requests = concrete.Where(type => type.ImplementsOpen(typeof(IRequest<>))).ToList();

        services.AddMediator().AddBehaviors();
        services
            .AddScoped<OrganizationScope>()
            .AddScoped<Terms>()
            .AddTransient<QueryReader>()
            .AddTransient<InputReader>()
            .AddTransient(typeof(Editor<>));
        services.AddSingleton(_ => new ResourceCatalog(Resources(concrete)));
        services.AddSingleton(_ => new RequestCatalog(requests)).AddTransient<FieldRulesReader>();
        AddImplementations(services, concrete, typeof(IRequestHandler<,>), ServiceLifetime.Transient);
        // Their rules are expressions, which are compiled when they are made.
        AddImplementations(services, concrete, typeof(IValidator<>), ServiceLifetime.Singleton);
        AddImplementations(services, concrete, typeof(IRule<>), ServiceLifetime.Transient);
        AddContracts(services, concrete);
        AddSharedHandlers(services, requests);
        AddMerging(services, requests);

        Mappings.Register(types, requests);
        WireMessages.Use();
        StartupCheck.Run(requests, Resources(concrete), services);
        return services;
    }

    /// <summary>Gives every request a span. To be called before <see cref="AddApplication"/>: what is added first is outermost.</summary>
    public static IServiceCollection AddTracing(this IServiceCollection services) =>
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));

    /// <summary>Compiles what otherwise is compiled when it is first used. To be called after <see cref="AddApplication"/>.</summary>
    /// <exception cref="InvalidOperationException">A property of a view has no source; the message names it.</exception>
    public static IServiceCollection CheckMappings(this IServiceCollection services)
    {
        Mappings.Check();
        return services;
    }

    // MediatR 5 has no registration of its own: this is all of it.
    private static IServiceCollection AddMediator(this IServiceCollection services) =>
        services.AddScoped<ServiceFactory>(provider => provider.GetService!).AddScoped<IMediator, Mediator>();

    // Outermost first. Transient ones are the cheapest to make.
    private static void AddBehaviors(this IServiceCollection services)
    {
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(BatchBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(OrganizationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(PermissionBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));
    }

    private static void AddImplementations(IServiceCollection services, IEnumerable<Type> types, Type open, ServiceLifetime lifetime)
    {
        foreach (var type in types)
        foreach (var contract in type.ClosedForms(open))
            services.Add(new(contract, type, lifetime));
    }

    // What modules offer each other.
    private static void AddContracts(IServiceCollection services, IEnumerable<Type> types)
    {
        foreach (var type in types)
        foreach (
            var contract in type.GetInterfaces()
                .Where(contract => contract.Namespace?.EndsWith(".Contracts", StringComparison.Ordinal) == true)
        )
            services.AddTransient(contract, type);
    }

    // A handler that a module wrote itself is there already and wins.
    private static void AddSharedHandlers(IServiceCollection services, IEnumerable<Type> requests)
    {
        foreach (var handler in requests.SelectMany(SharedHandlersOf))
            services.TryAddTransient(handler.ClosedForms(typeof(IRequestHandler<,>)).Single(), handler);

        services.AddSingleton(
            new SingleSaves(
                from request in requests
                from found in Matching(SharedHandlers, request)
                let handler = found.Handler.MakeGenericType([request, .. found.Shape.GenericTypeArguments])
                where SingleSaves.Include(handler, found.Shape.GenericTypeArguments[0], services)
                select request
            )
        );
    }

    private static void AddMerging(IServiceCollection services, IEnumerable<Type> requests)
    {
        services.AddTransient(typeof(Merging<,>));
        foreach (var shape in requests.Select(request => request.ClosedBase(typeof(MergeInto<,,>))).OfType<Type>())
            services.AddTransient(typeof(IMerging), typeof(Merging<,>).MakeGenericType(shape.GenericTypeArguments[..2]));
    }

    private static IEnumerable<Type> SharedHandlersOf(Type request) =>
        Matching([.. SharedHandlers, .. LongHandlers], request)
            .Select(found => found.Handler.MakeGenericType([request, .. found.Shape.GenericTypeArguments]))
            .Concat(Matching(DerivedHandlers, request).Select(found => found.Handler.MakeGenericType(found.Shape.GenericTypeArguments)));

    private static IEnumerable<(Type Handler, Type Shape)> Matching((Type Shape, Type Handler)[] table, Type request) =>
        from pair in table
        let shape = request.ClosedBase(pair.Shape)
        where shape is not null
        select (pair.Handler, shape);

    private static IEnumerable<Resource> Resources(IEnumerable<Type> types) =>
        types
            .Where(type => type.IsAssignableTo(typeof(Resource)))
            .Select(type => (Resource)Activator.CreateInstance(type, nonPublic: true)!);
}
