using System.Reflection;
using AchieveApex.Api.Hosting;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Type = System.Type;

namespace AchieveApex.Architecture.Tests;

/// <summary>What rules look at: assemblies, their sources, their container and their model of the database. A layer is a namespace.</summary>
internal sealed class Code
{
    private Code(Assembly[] assemblies, string[] sources, string[] testSources)
    {
        Types = [.. assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs)];
        Modules =
        [
            .. Types
                .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Record)))
                .Select(type => type.Namespace!.Split('.')[2])
                .Distinct(),
        ];
        Architecture = new ArchLoader().LoadAssemblies(assemblies).Build();
        Dependencies =
        [
            .. Architecture
                .Types.Where(type => type.FullName.StartsWith("AchieveApex.", StringComparison.Ordinal))
                .SelectMany(type => type.Dependencies.Select(found => new Dependency(Outer(type.FullName), Outer(found.Target.FullName))))
                .Distinct(),
        ];
        Calls = [.. assemblies.SelectMany(assembly => Call.In(assembly.Location)).Where(call => call.Caller.StartsWith("AchieveApex."))];
        Sources = [.. sources.SelectMany(SourceFile.Under)];
        TestSources = [.. testSources.SelectMany(SourceFile.Under)];
    }

    /// <summary>The program.</summary>
    public static Code Product { get; } = OfProduct();

    /// <summary>The planted violations.</summary>
    public static Code Plants { get; } = OfPlants();

    public IReadOnlyList<Type> Types { get; }

    /// <summary>Namespaces directly under Domain that hold a record.</summary>
    public IReadOnlyList<string> Modules { get; }

    public ArchUnitNET.Domain.Architecture Architecture { get; }

    /// <summary>Who uses whom; constants, enum members and the type arguments of attributes leave no trace here.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; }

    public IReadOnlyList<Call> Calls { get; }

    public IReadOnlyList<SourceFile> Sources { get; }

    public IReadOnlyList<SourceFile> TestSources { get; }

    /// <summary>What is registered.</summary>
    public required IServiceCollection Services { get; init; }

    /// <summary>The container made of it.</summary>
    public required IServiceProvider Container { get; init; }

    /// <summary>The model on SQLite and on PostgreSQL, without a server.</summary>
    public required IReadOnlyList<DbContext> Databases { get; init; }

    public IEnumerable<Type> Requests =>
        Types.Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IBaseRequest)));

    public IEnumerable<Type> In(string layer) => Types.Where(type => type.Namespace!.Split('.').ElementAtOrDefault(1) == layer);

    /// <summary>The module of a type's name, or null: then it belongs to the kernel.</summary>
    public string? ModuleOf(string name) =>
        name.Split('.') is ["AchieveApex", _, var folder, _, ..] && Modules.Contains(folder) ? folder : null;

    public string? ModuleOf(Type type) => ModuleOf(type.FullName!);

    private static Code OfProduct()
    {
        IServiceCollection? registered = null;
        var settings = $"--ConnectionStrings:Database=Data Source={Path.Combine(Path.GetTempPath(), "never-opened.db")}";
        var app = Server.Build([settings], services => registered = services);
        var design = new DesignTime();
        return new(
            [
                typeof(Record).Assembly,
                typeof(Application.Registration).Assembly,
                typeof(Infrastructure.Registration).Assembly,
                typeof(Server).Assembly,
            ],
            ["src"],
            [.. Directory.EnumerateDirectories(Path.Combine(SourceFile.Root, "tests")).Where(folder => !folder.Contains("Architecture."))]
        )
        {
            Services = registered!,
            Container = app.Services.CreateScope().ServiceProvider,
            Databases =
            [
                ((IDesignTimeDbContextFactory<SqliteDb>)design).CreateDbContext([]),
                ((IDesignTimeDbContextFactory<PostgresDb>)design).CreateDbContext([]),
            ],
        };
    }

    private static Code OfPlants()
    {
        var services = new ServiceCollection().AddPlants();
        return new([typeof(Domain.BreaksAttribute).Assembly], ["tests/Architecture.Violations"], ["tests/Architecture.Violations/Tests"])
        {
            Services = services,
            Container = services.BuildServiceProvider(),
            Databases = Api.Hosting.Plants.Databases,
        };
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("AchieveApex.", StringComparison.Ordinal) == true && !type.Name.Contains('<');

    private static string Outer(string name) => name.Split('+', '<')[0];
}
