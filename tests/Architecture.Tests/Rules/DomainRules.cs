using System.Reflection;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>What records are, and where they are not seen.</summary>
internal static class DomainRules
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static Rule A_record_is_sealed_and_lives_in_Domain =>
        Rule.Each(
            code => code.Types.Where(type => type.IsSubclassOf(typeof(Record))),
            type =>
                (type.IsSealed || type.IsAbstract) && type.FullName!.StartsWith("AchieveApex.Domain.", StringComparison.Ordinal)
                    ? null
                    : "is a record open or elsewhere"
        );

    public static Rule A_records_bookkeeping_has_private_setters =>
        Rule.Each(
            code => code.Types.Where(type => type.IsAssignableTo(typeof(Record))),
            type =>
                type.GetProperties()
                    .FirstOrDefault(property =>
                        property.Name is "Id" or "OrganizationId" or "Version" && property.SetMethod is { IsPublic: true }
                    )
                    is { } property
                    ? $"lets anybody set {property.Name}"
                    : null
        );

    public static Rule Domain_has_no_public_fields =>
        Rule.Each(
            code => code.In("Domain").Where(type => !type.IsEnum),
            type =>
                type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .FirstOrDefault(found => !found.IsLiteral)
                    is { } open
                    ? $"has the public field {open.Name}"
                    : null
        );

    public static Rule No_entity_shows_in_Api =>
        Rule.Each(
            code => code.In("Api").SelectMany(Signatures),
            (code, member) => Shown(member).FirstOrDefault(type => IsEntity(code, type)) is { } entity ? $"shows {entity.Name}" : null
        ) with
        {
            Except = new Dictionary<string, string> { ["AchieveApex.Api.Commands.Seeding.*"] = "makes records up, to be written in bulk" },
        };

    public static Rule No_entity_stands_in_a_view_or_in_fields =>
        Rule.Each(
            code =>
                code.Types.Where(type => type.IsSubclassOf(typeof(EntryView)))
                    .Concat(RequestRules.FieldsOf(code))
                    .SelectMany(type => type.GetProperties()),
            (code, property) =>
                Unwrap(property.PropertyType).FirstOrDefault(type => IsEntity(code, type)) is { } entity ? $"shows {entity.Name}" : null
        );

    private static bool IsEntity(Code code, Type type) =>
        type.IsAssignableTo(typeof(Record)) || code.Databases.Any(db => db.Model.FindEntityType(type) is not null);

    private static IEnumerable<MemberInfo> Signatures(Type type) =>
        type.GetMembers(Everything | BindingFlags.DeclaredOnly)
            .Where(member => member is MethodBase or FieldInfo && !member.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<Type> Shown(MemberInfo member) =>
        member switch
        {
            MethodInfo method => method
                .GetParameters()
                .Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType)
                .SelectMany(Unwrap),
            ConstructorInfo constructor => constructor.GetParameters().SelectMany(parameter => Unwrap(parameter.ParameterType)),
            FieldInfo field => Unwrap(field.FieldType),
            _ => [],
        };

    private static IEnumerable<Type> Unwrap(Type type) =>
        type.HasElementType ? Unwrap(type.GetElementType()!) : type.GenericTypeArguments.SelectMany(Unwrap).Prepend(type);
}
