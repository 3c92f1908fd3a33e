using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AchieveApex.Application;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Shapes;
using AchieveApex.Domain.Resources;
using FluentValidation;
using FluentValidation.Validators;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>What a request declares, and what it may carry.</summary>
internal static class RequestRules
{
    private static readonly Type[] Kinds = [typeof(ICommand<>), typeof(IQuery<>), typeof(ICrossOrganization<>)];

    public static Rule A_request_is_a_sealed_record =>
        Rule.Each(code => code.Requests, request => request.IsSealed && request.IsRecord() ? null : "is not a sealed record");

    public static Rule A_request_is_a_command_a_query_or_across_organizations =>
        Rule.Each(
            code => code.Requests,
            request =>
                Kinds.Count(kind => request.ImplementsOpen(kind)) == 1 ? null : "is not exactly one of command, query, cross-organization"
        );

    public static Rule A_request_says_which_permission_it_needs =>
        Rule.Each(
            code => code.Requests,
            request =>
                !request.IsAssignableTo(typeof(IDerived)) // which needs what the request that it is made of needs
                && request.GetCustomAttribute<RequiresAttribute>() is null == string.IsNullOrWhiteSpace(ReasonOf(request))
                    ? "has to carry either [Requires<…>] or [NoPermission] with a reason"
                    : null
        );

    /// <summary>The reviewed list.</summary>
    public static Rule No_request_escapes_organization_and_permission =>
        Rule.Each(
            code => code.Requests,
            request =>
                request.ImplementsOpen(typeof(ICrossOrganization<>)) || ReasonOf(request) is not null
                    ? "is exempt and not on the reviewed list"
                    : null
        ) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Application.Organizations.CreateOrganization"] = "the operator's command; there is no organization yet",
                ["AchieveApex.Application.Organizations.EnterOrganization"] = "the operator's command; it chooses the organization",
                ["AchieveApex.Application.Events.ReadEvents"] = "shows of each resource what the caller may view",
                ["AchieveApex.Application.Search.SearchAll"] = "asks the lists of the resources, each of which needs its own permission",
                ["AchieveApex.Application.Organizations.GetMe"] = "tells a caller about itself",
                ["AchieveApex.Application.RateLimiting.GetRateLimit"] = "tells a caller what its headers tell",
            },
        };

    public static Rule A_permission_is_on_a_record_of_the_requests_own_module =>
        Rule.Each(
            code => code.Requests.Where(request => request.GetCustomAttribute<RequiresAttribute>() is not null),
            (code, request) =>
                request.GetCustomAttribute<RequiresAttribute>()!.Record is var record && code.ModuleOf(record) == code.ModuleOf(request)
                    ? null
                    : $"needs a permission on {record.Name} of another module"
        );

    public static Rule A_request_has_one_handler =>
        Rule.Each(
            code => code.Requests.Where(request => !request.IsGenericTypeDefinition),
            (code, request) =>
                code.Services.Count(service => service.ServiceType == HandlerOf(request)) is var count and not 1
                    ? $"has {count} handlers"
                    : null
        );

    public static Rule What_a_client_sends_is_validated =>
        Rule.Each(
            code => code.Requests.Where(request => InputsOf(request).Any()),
            (code, request) =>
                !request.IsAssignableTo(typeof(IReadsInput)) ? "does not read its input"
                : InputsOf(request).FirstOrDefault(fields => ValidatorOf(code, fields) is null) is { } unread
                    ? $"takes {unread.Name}, which has no validator"
                : null
        );

    public static Rule Every_text_that_a_client_sends_has_a_maximum_length =>
        Rule.Each(
            code => PropertiesOf(code, typeof(string)),
            (code, property) => LengthOf(code, property) is > 0 ? null : $"has no maximum length for {property.Name}"
        ) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Application.ApiKeys.RotationFields"] = "the overlap is one of four words",
            },
        };

    public static Rule Every_list_that_a_client_sends_is_bounded =>
        Rule.Each(
            code => FieldsOf(code).SelectMany(Writable).Where(property => IsList(property.PropertyType)),
            property => TakesManyEntries(property) ? $"takes any number of entries in {property.Name}" : null
        );

    public static Rule A_client_writes_no_bookkeeping =>
        Rule.Each(
            FieldsOf,
            fields =>
                Writable(fields).FirstOrDefault(property => Bookkeeping.Contains(property.Name)) is { } property
                    ? $"lets a client write {property.Name}"
                    : null
        );

    private static HashSet<string> Bookkeeping { get; } =
    [.. typeof(Record).GetProperties().Where(property => property.SetMethod is not { IsPublic: true }).Select(property => property.Name)];

    /// <summary>Every type that is read from a body.</summary>
    public static IEnumerable<Type> FieldsOf(Code code) =>
        code.Requests.SelectMany(InputsOf).Concat(code.Types.Where(type => type.IsSubclassOf(typeof(RecordFields)))).Distinct();

    private static IEnumerable<PropertyInfo> PropertiesOf(Code code, Type type) =>
        FieldsOf(code).Where(fields => !fields.IsAbstract).SelectMany(Writable).Where(property => property.PropertyType == type);

    private static IEnumerable<PropertyInfo> Writable(Type fields) =>
        fields
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static string? ReasonOf(Type request) => request.GetCustomAttribute<NoPermissionAttribute>()?.Reason;

    private static IEnumerable<Type> InputsOf(Type request) =>
        request
            .GetProperties()
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>))
            .Select(type => type.GenericTypeArguments[0]);

    private static Type HandlerOf(Type request) =>
        typeof(IRequestHandler<,>).MakeGenericType(request, request.ClosedForms(typeof(IRequest<>)).First().GenericTypeArguments[0]);

    private static IValidator? ValidatorOf(Code code, Type fields) =>
        (IValidator?)code.Container.GetService(typeof(IValidator<>).MakeGenericType(fields));

    private static int LengthOf(Code code, PropertyInfo property) =>
        ValidatorOf(code, property.ReflectedType!)
            ?.CreateDescriptor()
            .GetValidatorsForMember(property.Name)
            .Select(rule => rule.Validator)
            .OfType<ILengthValidator>()
            .Select(rule => rule.Max)
            .FirstOrDefault()
        ?? 0;

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    private static bool TakesManyEntries(PropertyInfo property)
    {
        const int many = 10_000;
        var entries = Enumerable.Range(0, many);
        using var body = JsonDocument.Parse(
            property.PropertyType.IsAssignableTo(typeof(IDictionary))
                ? $"{{{string.Join(',', entries.Select(n => $"\"k{n}\":1"))}}}"
                : $"[{string.Join(',', entries.Select(n => $"\"{n}\""))}]"
        );
        try
        {
            return ValueCheck.For(property)(body.RootElement) is null;
        }
        catch (NotSupportedException)
        {
            return true; // nothing knows how to check it
        }
    }
}
