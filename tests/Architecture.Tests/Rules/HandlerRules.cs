using System.Text.RegularExpressions;
using AchieveApex.Application;
using AchieveApex.Application.Requests;
using FluentValidation;
using MediatR;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>Handlers, validators and behaviors.</summary>
internal static class HandlerRules
{
    private static readonly (Type Contract, string Suffix)[] Parts =
    [
        (typeof(IRequestHandler<,>), "Handler"),
        (typeof(IValidator<>), "Validator"),
        (typeof(IPipelineBehavior<,>), "Behavior"),
    ];

    private static readonly string[] Forbidden =
    [
        "MediatR.IMediator",
        "System.IServiceProvider",
        "Microsoft.Extensions.DependencyInjection.IServiceScopeFactory",
        "Microsoft.AspNetCore.Http.HttpContext",
    ];

    private static readonly string[] BehaviorOrder =
    [
        "BatchBehavior",
        "OrganizationBehavior",
        "PermissionBehavior",
        "ValidationBehavior",
        "TransactionBehavior",
        "IdempotencyBehavior",
    ];

    public static Rule Handlers_validators_and_behaviors_are_internal_and_sealed =>
        Rule.Each(PartsOf, type => type is { IsVisible: false, IsSealed: true } ? null : "is not internal and sealed");

    public static Rule Handlers_validators_and_behaviors_are_named_so =>
        Rule.Each(
            PartsOf,
            type =>
                Parts.FirstOrDefault(part =>
                    type.ImplementsOpen(part.Contract) && !type.NameWithoutArity().EndsWith(part.Suffix, StringComparison.Ordinal)
                )
                    is { Suffix: { } suffix }
                    ? $"is not named …{suffix}"
                    : null
        );

    public static Rule A_handler_is_named_for_its_request =>
        Rule.Each(
            Handlers,
            type =>
                type.Handles().All(request => type.NameWithoutArity() == request.NameWithoutArity() + "Handler")
                    ? null
                    : "is not named for its request"
        );

    public static Rule A_handler_stands_in_its_requests_file =>
        Rule.Each(
            Handlers,
            (code, type) => type.Handles().All(request => StandTogether(code, type, request)) ? null : "stands apart from its request"
        );

    public static Rule A_query_changes_nothing =>
        Rule.Each(
            code => Handlers(code).Where(type => type.Handles().Any(request => request.ImplementsOpen(typeof(IQuery<>)))),
            (code, type) =>
                code.Calls.FirstOrDefault(call => call.Caller == type.FullName && IsChange(call.Method)) is { } change
                    ? $"answers a query and calls {change.Method}"
                    : null
        );

    public static Rule A_handler_asks_no_mediator_no_container_and_no_other_handler =>
        Rule.Each(
            code => code.Dependencies.Where(dependency => Handlers(code).Any(handler => handler.FullName == dependency.From)),
            (code, dependency) =>
                Forbidden.Contains(dependency.To)
                || (dependency.To != dependency.From && Handlers(code).Any(handler => handler.FullName == dependency.To))
                    ? $"depends on {dependency.To}"
                    : null
        ) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Application.Search.SearchAllHandler"] = "asks each resource's own list, through all behaviors",
                ["AchieveApex.Application.Resources.Shapes.CreateManyHandler`3"] = "sends each item through all behaviors",
                ["AchieveApex.Application.Resources.Shapes.ChangeManyHandler`2"] = "sends the change of each match through all behaviors",
            },
        };

    /// <summary>Permission before validation: a refused caller learns nothing about the schema.</summary>
    public static Rule Behaviors_run_in_their_documented_order =>
        new(
            nameof(Behaviors_run_in_their_documented_order),
            code =>
                Registered(code)
                    .Select((behavior, place) => (behavior, expected: BehaviorOrder.ElementAtOrDefault(place) ?? "nothing"))
                    .Where(pair => pair.behavior.NameWithoutArity() != pair.expected)
                    .Select(pair => Violation.Of(pair.behavior, $"stands in the place of {pair.expected}"))
                    .Concat(BehaviorOrder.Skip(Registered(code).Count).Select(missing => new Violation(missing, "is not registered")))
        );

    private static IReadOnlyList<Type> Registered(Code code) =>
        [
            .. code
                .Services.Where(service => service.ServiceType == typeof(IPipelineBehavior<,>))
                .Select(service => service.ImplementationType!),
        ];

    private static IEnumerable<Type> Handlers(Code code) => Concrete(code).Where(type => type.ImplementsOpen(typeof(IRequestHandler<,>)));

    private static IEnumerable<Type> PartsOf(Code code) =>
        Concrete(code).Where(type => Parts.Any(part => type.ImplementsOpen(part.Contract)));

    private static IEnumerable<Type> Concrete(Code code) => code.Types.Where(type => type is { IsClass: true, IsAbstract: false });

    private static bool IsChange(string method) =>
        method
            is "AchieveApex.Application.Resources.IDatabase.Add"
                or "AchieveApex.Application.Resources.IDatabase.Remove"
                or "AchieveApex.Application.Resources.IDatabase.Save";

    private static bool StandTogether(Code code, Type handler, Type request) =>
        handler.Namespace == request.Namespace
        && code.Sources.Any(file => Declares(file, handler.NameWithoutArity()) && Declares(file, request.NameWithoutArity()));

    private static bool Declares(SourceFile file, string name) => Regex.IsMatch(file.Text, $@"\b(class|record) {name}\b");
}
