using System.Text.RegularExpressions;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>Which layer may know what.</summary>
internal static class LayerRules
{
    private const string Domain = @"^AchieveApex\.Domain(\.|$)";
    private const string Application = @"^AchieveApex\.Application(\.|$)";
    private const string Infrastructure = @"^AchieveApex\.Infrastructure(\.|$)";
    private const string Api = @"^AchieveApex\.Api(\.|$)";
    private const string Databases = @"^(Microsoft\.EntityFrameworkCore|Microsoft\.Data\.Sqlite|Npgsql|StackExchange\.Redis)(\.|$)";
    private const string Web = @"^Microsoft\.AspNetCore(\.|$)";

    // The compiler adds attributes of its own to every assembly.
    private const string Runtime = @"^(System|Microsoft\.CodeAnalysis)(\.|$)";

    // OnlyDependOnTypesThat would pass: it does not look at types of assemblies that were not loaded.
    public static Rule Domain_uses_nothing_but_itself_and_the_runtime =>
        Rule.Each(
            code => code.Dependencies.Where(dependency => Regex.IsMatch(dependency.From, Domain)),
            dependency => Regex.IsMatch(dependency.To, $"{Domain}|{Runtime}") ? null : $"uses {dependency.To}"
        );

    public static Rule Application_knows_no_outer_layer =>
        Rule.Of(
            Types()
                .That()
                .ResideInNamespaceMatching(Application)
                .Should()
                .NotDependOnAnyTypesThat()
                .ResideInNamespaceMatching($"{Infrastructure}|{Api}")
        );

    public static Rule Application_knows_no_database =>
        Rule.Of(
            Types().That().ResideInNamespaceMatching(Application).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(Databases)
        );

    public static Rule Application_knows_no_web =>
        Rule.Of(Types().That().ResideInNamespaceMatching(Application).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(Web));

    public static Rule Infrastructure_knows_no_Api_and_no_web =>
        Rule.Of(
            Types()
                .That()
                .ResideInNamespaceMatching(Infrastructure)
                .Should()
                .NotDependOnAnyTypesThat()
                .ResideInNamespaceMatching($"{Api}|{Web}")
        );

    public static Rule Api_knows_no_database =>
        Rule.Of(Types().That().ResideInNamespaceMatching(Api).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(Databases));

    public static Rule Api_knows_no_Infrastructure =>
        Rule.Of(
            Types().That().ResideInNamespaceMatching(Api).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(Infrastructure)
        ) with
        {
            Except = new Dictionary<string, string> { ["AchieveApex.Api.Hosting.Composition"] = "the composition root" },
        };

    public static Rule Adapters_are_internal =>
        Rule.Each(code => code.In("Infrastructure"), type => type.IsVisible ? "is public: Api is to see the port alone" : null) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Infrastructure.Registration"] = "what the composition root calls",
                ["AchieveApex.Infrastructure.Persistence.Sqlite.Migrations.*"] = "generated",
                ["AchieveApex.Infrastructure.Persistence.Postgres.Migrations.*"] = "generated",
            },
        };

    public static Rule Every_port_has_an_adapter =>
        Rule.Each(
            code => code.In("Application").Where(type => type is { IsInterface: true, IsGenericType: false }),
            (code, port) => code.Types.Any(type => type.IsClass && type.IsAssignableTo(port)) ? null : "is implemented nowhere"
        );
}
