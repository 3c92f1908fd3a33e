using System.Text.Json;
using System.Text.RegularExpressions;
using AchieveApex.Api.Resources;
using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>Controllers turn HTTP into requests, and do nothing else.</summary>
internal static class ApiRules
{
    private static readonly string[] Sending = ["Send", "SendNew", "get_Query", ".ctor"];

    private static readonly string[] Bodies =
    [
        "Microsoft.AspNetCore.Http.HttpResponse.get_Body",
        "Microsoft.AspNetCore.Http.HttpResponse.get_BodyWriter",
        "Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync",
        "Microsoft.AspNetCore.Http.HttpResponseJsonExtensions.WriteAsJsonAsync",
    ];

    public static Rule A_controller_is_a_sealed_ApiController =>
        Rule.Each(
            Controllers,
            type =>
                type.IsSealed && type.BaseType == typeof(ApiController) && type.Name.EndsWith("Controller", StringComparison.Ordinal)
                    ? null
                    : "is not a sealed ApiController"
        );

    public static Rule A_controller_has_the_mediator_alone =>
        Rule.Each(
            Controllers,
            type =>
                type.GetConstructors() is [var constructor]
                && constructor.GetParameters() is [{ ParameterType: var only }]
                && only == typeof(IMediator)
                    ? null
                    : "has more than the mediator"
        );

    public static Rule A_controller_only_sends =>
        Rule.Each(
            code => code.Calls.Where(call => Controllers(code).Any(controller => controller.FullName == call.Caller)),
            call =>
                call.Target.DeclaringType.FullName.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                || call.Target.DeclaringType.FullName.StartsWith("MediatR.", StringComparison.Ordinal)
                || (call.Target.DeclaringType.Name == nameof(ApiController) && !Sending.Contains(call.Target.Name))
                    ? $"calls {call.Method}"
                    : null
        ) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Api.Events.EventsController"] = "answers with a page or with a stream",
            },
        };

    // A controller that sets a property of its request's shape depends on the record behind it; in its source it never names one.
    public static Rule A_controller_knows_neither_Domain_nor_Infrastructure =>
        Rule.Each(
            code => code.Sources.Where(file => Controllers(code).Any(controller => controller.FullName == file.TypeName)),
            file => Inner.Match(file.Text) is { Success: true } name ? $"names {name.Value}" : null
        );

    public static Rule A_controller_sends_requests_of_its_own_folder =>
        Rule.Each(Sent, sent => Folder(sent.Controller) == Folder(sent.Request) ? null : $"sends {sent.Request.Name} of another folder");

    public static Rule Every_CRUD_request_is_reached_by_a_route =>
        Rule.Each(
            code => code.Requests.Where(request => request.CrudShape() is not null),
            (code, request) => Sent(code).Any(sent => sent.Request == request) ? null : "is sent by no controller"
        );

    public static Rule A_controllers_path_is_its_resources_name =>
        Rule.Each(
            code => Sent(code).Where(sent => sent.Request.CrudShape() is not null),
            (code, sent) =>
                Path(sent.Controller) == ResourceOf(code, sent.Request) ? null : $"is not named for {ResourceOf(code, sent.Request)}"
        );

    public static Rule Bodies_are_written_in_two_places =>
        Rule.Each(code => code.Calls, call => IsBody(call) ? $"calls {call.Method}" : null) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Api.Errors.ErrorWriter"] = "the one place that writes errors",
                ["AchieveApex.Api.Resources.Answer`1"] = "the one place that writes results",
                ["AchieveApex.Api.Resources.DirectAction"] = "gives an action its request, and lets its result write itself",
                ["AchieveApex.Api.Events.EventStream"] = "writes events as they come",
                ["AchieveApex.Api.Hosting.Health"] = "probes read the status; they are not the API's users",
                ["AchieveApex.Api.Documentation.DocumentationHosting"] = "serves the description, which is made once",
                ["AchieveApex.Api.Pages.PageResult`1"] = "the one place that writes pages for people",
                ["AchieveApex.Api.Pages.StyleSheet"] = "a file of those pages",
            },
        };

    private static readonly Regex Inner = new(@"\b(Domain|Infrastructure)\.\w+");

    private static IEnumerable<Type> Controllers(Code code) =>
        code.In("Api")
            .Where(type =>
                !type.IsAbstract
                && (type.IsAssignableTo(typeof(ControllerBase)) || type.Name.EndsWith("Controller", StringComparison.Ordinal))
            );

    private static IEnumerable<SentRequest> Sent(Code code) =>
        from call in code.Calls
        where call.Target.Name == ".ctor"
        join controller in Controllers(code) on call.Caller equals controller.FullName
        join request in code.Requests on call.Target.DeclaringType.FullName equals request.FullName
        select new SentRequest(controller, request);

    private static string Folder(Type type) => type.Namespace!.Split('.')[2];

    private static string Path(Type controller) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(controller.Name.Replace("Controller", "", StringComparison.Ordinal));

    private static string? ResourceOf(Code code, Type request)
    {
        var catalog = code.Container.GetRequiredService<ResourceCatalog>();
        var record = request.CrudShape()!.GenericTypeArguments[0];
        return catalog.Knows(record) ? catalog.Of(record).Name : null;
    }

    private static bool IsBody(Call call) =>
        Bodies.Contains(call.Method)
        || call.Method.StartsWith("Microsoft.AspNetCore.Http.Results.", StringComparison.Ordinal)
        || call.Method.StartsWith("Microsoft.AspNetCore.Http.TypedResults.", StringComparison.Ordinal)
        || (
            call.Target.DeclaringType.FullName == "Microsoft.AspNetCore.Mvc.ControllerBase"
            && call.Target.Name is not ("get_Request" or "get_Response" or "get_HttpContext" or ".ctor")
        );
}

/// <summary>A controller makes a request, to send it.</summary>
internal sealed record SentRequest(Type Controller, Type Request)
{
    public override string ToString() => Controller.FullName!;
}
