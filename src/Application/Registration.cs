using System.Reflection;
using AchieveApex.Application.Behaviors;
using AchieveApex.Application.Resources.Describing;
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
    ];

    /// <summary>Adds the application layer. A resource that forgot something stops the start with a message that names it.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services, params Assembly[] assemblies)
    {
        var types = assemblies.Append(typeof(Registration).Assembly).SelectMany(assembly => assembly.GetTypes()).ToList();
        var concrete = types.Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }).ToList();
        var requests = concrete.Where(type => type.ImplementsOpen(typeof(IRequest<>))).ToList();

        services.AddMediator().AddBehaviors();
        services.AddScoped<OrganizationScope>().AddTransient<InputReader>();
        services.AddSingleton(_ => new ResourceCatalog(Resources(concrete)));
        services.AddSingleton(_ => new RequestCatalog(requests)).AddTransient<FieldRulesReader>();
        AddImplementations(services, concrete, typeof(IRequestHandler<,>));
        AddImplementations(services, concrete, typeof(IValidator<>));
        AddImplementations(services, concrete, typeof(IRule<>));
        AddContracts(services, concrete);
        AddSharedHandlers(services, requests);

        Mappings.Register(types, requests);
        WireMessages.Use();
        StartupCheck.Run(requests, Resources(concrete), services);
        return services;
    }

    // MediatR 5 has no registration of its own: this is all of it.
    private static IServiceCollection AddMediator(this IServiceCollection services) =>
        services.AddScoped<ServiceFactory>(provider => provider.GetService!).AddScoped<IMediator, Mediator>();

    // Outermost first. Transient ones are the cheapest to make.
    private static void AddBehaviors(this IServiceCollection services)
    {
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(OrganizationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(PermissionBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
    }

    private static void AddImplementations(IServiceCollection services, IEnumerable<Type> types, Type open)
    {
        foreach (var type in types)
        foreach (var contract in type.ClosedForms(open))
            services.AddTransient(contract, type);
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
        foreach (var request in requests)
        {
            if (SharedHandlerOf(request) is not { } handler)
                continue;

            services.TryAddTransient(handler.ClosedForms(typeof(IRequestHandler<,>)).Single(), handler);
        }
    }

    private static Type? SharedHandlerOf(Type request) =>
        SharedHandlers
            .Select(pair => (pair.Handler, Shape: request.ClosedBase(pair.Shape)))
            .Where(found => found.Shape is not null)
            .Select(found => found.Handler.MakeGenericType([request, .. found.Shape!.GetGenericArguments()]))
            .SingleOrDefault();

    private static IEnumerable<Resource> Resources(IEnumerable<Type> types) =>
        types
            .Where(type => type.IsAssignableTo(typeof(Resource)))
            .Select(type => (Resource)Activator.CreateInstance(type, nonPublic: true)!);
}
