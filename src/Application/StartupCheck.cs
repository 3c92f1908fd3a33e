using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Application;

/// <summary>What a resource must not forget. The program does not start until it is there.</summary>
internal static class StartupCheck
{
    private static readonly Type[] ShapesWithFields = [typeof(Create<,,>), typeof(Replace<,,>), typeof(Patch<,,>), typeof(Act<,,>)];

    public static void Run(IReadOnlyCollection<Type> requests, IEnumerable<Resource> resources, IServiceCollection services)
    {
        var catalog = new ResourceCatalog(resources);
        var problems = requests
            .SelectMany(request => ProblemsOf(request, catalog, services).Select(problem => $"{request.Name} {problem}"))
            .Concat(Nameless(catalog))
            .ToList();
        if (problems.Count > 0)
            throw new InvalidOperationException("The program is incomplete: " + string.Join("; ", problems) + ".");
    }

    private static IEnumerable<string> ProblemsOf(Type request, ResourceCatalog catalog, IServiceCollection services)
    {
        var required = request.GetCustomAttribute<RequiresAttribute>();
        var exemption = request.GetCustomAttribute<NoPermissionAttribute>();
        if (required is null == exemption is null)
            yield return "has to carry either [Requires<…>] or [NoPermission]";
        if (exemption is not null && string.IsNullOrWhiteSpace(exemption.Reason))
            yield return "has to say why it needs no permission";
        if (required is not null && !catalog.Knows(required.Record))
            yield return $"requires a permission on {required.Record.Name}, which has no Resource that names it";
        if (
            !request.ImplementsOpen(typeof(ICommand<>))
            && !request.ImplementsOpen(typeof(IQuery<>))
            && !request.ImplementsOpen(typeof(ICrossOrganization<>))
        )
            yield return "has to be an ICommand, an IQuery or an ICrossOrganization";
        if (services.Count(service => service.ServiceType == HandlerOf(request)) != 1)
            yield return "has to have exactly one handler";

        foreach (var fields in ShapesWithFields.Select(request.ClosedBase).OfType<Type>().Select(shape => shape.GenericTypeArguments[1]))
            if (services.All(service => service.ServiceType != typeof(IValidator<>).MakeGenericType(fields)))
                yield return $"writes {fields.Name}, which has no validator";
    }

    private static Type HandlerOf(Type request) =>
        typeof(IRequestHandler<,>).MakeGenericType(request, request.ClosedForms(typeof(IRequest<>)).Single().GenericTypeArguments[0]);

    private static IEnumerable<string> Nameless(ResourceCatalog catalog) =>
        typeof(Record)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Record)) && !type.IsAbstract && !catalog.Knows(type))
            .Select(type => $"{type.Name} has no Resource that names it");
}
