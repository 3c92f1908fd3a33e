using System.Text.RegularExpressions;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>What modules may know of each other, and the kernel of them: nothing.</summary>
internal static class ModuleRules
{
    private static readonly string[] Layers = ["Domain", "Application", "Infrastructure", "Api"];

    // Where the program is put together, and nothing else is done.
    private static readonly Dictionary<string, string> Composition = new()
    {
        ["AchieveApex.Api.Hosting.*"] = "puts the program together and fills an empty database",
        ["AchieveApex.Api.Commands.*"] = "the operator's commands send the requests of several modules",
        ["AchieveApex.Api.Authentication.KeyAuthentication"] = "asks the keys' module who sends a key",
        ["AchieveApex.Infrastructure.Registration"] = "names every adapter",
        ["AchieveApex.Infrastructure.Persistence.CrossModuleKeys"] = "the one visible file with the foreign keys between modules",
    };

    public static Rule A_module_uses_another_through_its_contracts_alone =>
        Rule.Each(
            code => code.Dependencies.Where(dependency => code.ModuleOf(dependency.From) is not null),
            (code, dependency) =>
                code.ModuleOf(dependency.To) is { } other && other != code.ModuleOf(dependency.From) && !IsContract(dependency.To)
                    ? $"uses {dependency.To}"
                    : null
        );

    public static Rule The_kernel_knows_no_module =>
        Rule.Each(
            code => code.Dependencies.Where(dependency => code.ModuleOf(dependency.From) is null),
            (code, dependency) => code.ModuleOf(dependency.To) is null ? null : $"uses {dependency.To}"
        ) with
        {
            Except = new Dictionary<string, string>(Composition)
            {
                ["AchieveApex.Infrastructure.Persistence.Sqlite.Migrations.*"] = "generated",
                ["AchieveApex.Infrastructure.Persistence.Postgres.Migrations.*"] = "generated",
            },
        };

    // Constants, enum members and the type arguments of attributes are seen here only.
    public static Rule Sources_name_the_namespaces_of_other_modules_nowhere =>
        Rule.Each(code => code.Sources, (code, file) => NamedModule(code, file) is { } name ? $"names {name}" : null) with
        {
            Except = new Dictionary<string, string>(Composition)
            {
                ["AchieveApex.Infrastructure.Persistence.Sqlite.SqliteDb"] = "a key is looked up before the organization is known",
                ["AchieveApex.Infrastructure.Persistence.Postgres.PostgresDb"] =
                    "tells the other instances to forget an organization's keys",
                ["AchieveApex.Infrastructure.Persistence.Postgres.RowSecurity"] =
                    "lets the look-up of a key, and nothing else, pass the fence",
            },
        };

    public static Rule Modules_form_no_circle =>
        Rule.Each(
            code => code.Dependencies.Where(dependency => code.ModuleOf(dependency.From) is not null),
            (code, dependency) => ClosesCircle(code, dependency) ? $"closes a circle of modules with {dependency.To}" : null
        );

    public static Rule Contracts_hold_interfaces_records_and_enums =>
        Rule.Each(
            code => code.Types.Where(type => IsContract(type.FullName!)),
            type => type.IsInterface || type.IsEnum || type.IsRecord() ? null : "is a class with behaviour in a contract"
        );

    public static Rule Contracts_use_only_the_kernel_and_other_contracts =>
        Rule.Each(
            code => code.Dependencies.Where(dependency => IsContract(dependency.From)),
            (code, dependency) =>
                code.ModuleOf(dependency.To) is null || IsContract(dependency.To) ? null : $"shows {dependency.To} to other modules"
        );

    public static Rule A_module_has_the_same_name_in_every_layer =>
        Rule.Each(
            code => code.In("Domain").Where(type => type.IsSubclassOf(typeof(AchieveApex.Domain.Resources.Record))),
            (code, record) =>
                Layers.FirstOrDefault(layer => code.In(layer).All(type => code.ModuleOf(type) != code.ModuleOf(record))) is { } missing
                    ? $"has no module {code.ModuleOf(record)} in {missing}"
                    : null
        );

    public static Rule Keys_between_modules_stand_in_CrossModuleKeys =>
        Rule.Each(
            code =>
                code.Databases.SelectMany(db => db.Model.GetEntityTypes())
                    .SelectMany(entity => entity.GetForeignKeys())
                    .Where(key => IsAcrossModules(code, key)),
            key => Declared.Contains(Describe(key)) ? null : $"has the key {Describe(key)}, which stands elsewhere"
        );

    private static HashSet<string> Declared { get; } = DeclaredKeys();

    private static HashSet<string> DeclaredKeys()
    {
        var model = new ModelBuilder();
        CrossModuleKeys.Map(model);
        return [.. model.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).Select(Describe)];
    }

    private static string Describe(IReadOnlyForeignKey key) =>
        $"{key.DeclaringEntityType.ClrType.Name}({string.Join(", ", key.Properties.Select(property => property.Name))}) → {key.PrincipalEntityType.ClrType.Name}";

    private static bool IsAcrossModules(Code code, IReadOnlyForeignKey key) =>
        code.ModuleOf(key.DeclaringEntityType.ClrType) != code.ModuleOf(key.PrincipalEntityType.ClrType);

    private static bool IsContract(string name) => name.Split('.') is [_, "Application", _, "Contracts", _];

    private static string? NamedModule(Code code, SourceFile file)
    {
        var own = code.ModuleOf(file.TypeName);
        return Regex
            .Matches(file.Text, @"\b(?:Domain|Application|Infrastructure|Api)\.(\w+)(\.Contracts)?\b(?!;\s*\z)")
            .Where(match => !IsDeclaration(file, match))
            .FirstOrDefault(match =>
                code.Modules.Contains(match.Groups[1].Value) && match.Groups[1].Value != own && !match.Groups[2].Success
            )
            ?.Value;
    }

    private static bool IsDeclaration(SourceFile file, Match match) =>
        file.Text.LastIndexOf("namespace ", match.Index, StringComparison.Ordinal) is var start and >= 0
        && !file.Text[start..match.Index].Contains(';', StringComparison.Ordinal);

    private static bool ClosesCircle(Code code, Dependency dependency)
    {
        var (from, to) = (code.ModuleOf(dependency.From)!, code.ModuleOf(dependency.To));
        return to is not null && to != from && Reachable(code, to).Contains(from);
    }

    private static HashSet<string> Reachable(Code code, string start)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var module))
            foreach (var next in Uses(code, module).Where(reached.Add))
                open.Enqueue(next);

        return reached;
    }

    private static IEnumerable<string> Uses(Code code, string module) =>
        code
            .Dependencies.Where(dependency => code.ModuleOf(dependency.From) == module)
            .Select(dependency => code.ModuleOf(dependency.To))
            .OfType<string>()
            .Where(other => other != module)
            .Distinct();
}
