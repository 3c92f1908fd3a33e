using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace AchieveApex.Architecture.Tests;

/// <summary>The models that the program starts with say what the mappings say.</summary>
public sealed class CompiledModelTests
{
    private const string Hint = "src/Infrastructure/update-model.sh brings the compiled model up to date.";

    [Theory]
    [InlineData("Data Source=model.db")]
    [InlineData("Host=localhost;Database=model")]
    public void The_compiled_model_is_the_one_that_the_mappings_make(string connection)
    {
        using var db = Open(connection);
        var compiled = db.Model;
        var made = db.GetService<IDesignTimeModel>().Model;

        Assert.True(compiled.GetType().Namespace!.EndsWith(".Migrations.Compiled", StringComparison.Ordinal), Hint);
        Assert.True(TextOf(made) == TextOf(compiled), $"{Hint}\n{FirstDifference(TextOf(made), TextOf(compiled))}");
    }

    // Of what a query or a write looks at; the rest of the made one is for migrations alone.
    private static string TextOf(IModel model) =>
        string.Join(
            '\n',
            model
                .GetEntityTypes()
                .OrderBy(entity => entity.Name)
                .SelectMany(entity => LinesOf(entity).Select(line => $"{entity.Name} {line}"))
        );

    private static IEnumerable<string> LinesOf(IEntityType entity) =>
        [
            $"is {entity.GetTableName()}",
            .. entity.GetAnnotations().Where(IsOurs).Select(mark => $"is marked {mark.Name} {mark.Value}"),
            .. entity.GetDeclaredQueryFilters().Select(filter => $"is filtered by {filter.Key}: {filter.Expression?.Body}"),
            .. entity.GetProperties().Select(LineOf),
            .. entity.GetKeys().Select(key => $"has the key {Names(key.Properties)}"),
            .. entity.GetForeignKeys().Select(LineOf),
            .. entity.GetNavigations().Select(navigation => $"leads to {navigation.Name} by {Names(navigation.ForeignKey.Properties)}"),
            .. entity
                .GetIndexes()
                .Select(index => $"has the index {index.GetDatabaseName()} of {Names(index.Properties)}, unique: {index.IsUnique}"),
        ];

    private static string LineOf(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        return $"has {property.ClrType} {property.Name} as {property.GetColumnName()} {mapping.StoreType} by {mapping.Converter?.ConvertToProviderExpression} "
            + $"and {mapping.Converter?.ConvertFromProviderExpression}, compared by {property.GetValueComparer().GetType()}, "
            + $"in {property.PropertyInfo?.Name} {property.FieldInfo?.Name}, "
            + $"nullable: {property.IsNullable}, longest: {property.GetMaxLength()}, guarded: {property.IsConcurrencyToken}, given: {property.ValueGenerated}, "
            + $"before: {property.GetBeforeSaveBehavior()}, after: {property.GetAfterSaveBehavior()}"
            + string.Concat(property.GetAnnotations().Where(IsOurs).Select(mark => $", {mark.Name} {mark.Value}"));
    }

    private static string LineOf(IForeignKey key) =>
        $"refers by {Names(key.Properties)} to {key.PrincipalEntityType.Name} {Names(key.PrincipalKey.Properties)}, "
        + $"required: {key.IsRequired}, removed: {key.DeleteBehavior}, unique: {key.IsUnique}, as {key.GetConstraintName()}";

    private static bool IsOurs(IAnnotation annotation) => annotation.Name.StartsWith("AchieveApex:", StringComparison.Ordinal);

    private static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(property => property.Name));

    private static string FirstDifference(string made, string compiled) =>
        made.Split('\n')
            .Zip(compiled.Split('\n'))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $"- {pair.Second}\n+ {pair.First}")
            .FirstOrDefault()
        ?? "One of them says more.";

    private static AchieveApexDb Open(string connection)
    {
        var settings = DatabaseSettings.From(connection);
        return settings.IsPostgres ? new PostgresDb(Contexts.PostgresOwner(settings)) : new SqliteDb(Contexts.Sqlite(settings));
    }
}
