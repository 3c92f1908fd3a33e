using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>The fences between organizations, in the model of both databases as EF Core built it.</summary>
internal static class PersistenceModelRules
{
    private const string Organization = nameof(Record.OrganizationId);

    public static Rule Every_record_is_mapped =>
        Rule.Each(
            code => code.Types.Where(type => type.IsSubclassOf(typeof(Record)) && !type.IsAbstract),
            (code, type) => code.Databases.All(db => db.Model.FindEntityType(type) is not null) ? null : "is not mapped on every database"
        );

    public static Rule Every_table_belongs_to_an_organization =>
        Rule.Each(Entities, entity => entity.ClrType.IsSubclassOf(typeof(Record)) ? null : "is not a record") with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Domain.Organizations.Organization"] = "is the organization",
                ["AchieveApex.Domain.Organizations.User"] = "may be a member of several",
                ["AchieveApex.Infrastructure.Idempotency.KeptAnswer"] = "is no resource, but filtered and fenced as one",
            },
        };

    public static Rule Every_record_is_filtered_by_organization =>
        Rule.Each(
            code => Entities(code).Where(entity => entity.FindProperty(Organization) is not null),
            entity => entity.FindDeclaredQueryFilter(OrganizationFilter.Name) is null ? "has no organization filter" : null
        );

    public static Rule Every_record_is_unique_by_organization_and_id =>
        Rule.Each(
            Records,
            entity =>
                entity
                    .GetKeys()
                    .Any(key => key.Properties.Select(property => property.Name).SequenceEqual([Organization, nameof(Record.Id)]))
                    ? null
                    : "has no key (organization_id, id) to refer to"
        );

    public static Rule Every_reference_between_records_carries_the_organization =>
        Rule.Each(
            code => Records(code).SelectMany(entity => entity.GetForeignKeys()).Where(key => IsRecord(key.PrincipalEntityType)),
            key =>
                key.Properties[0].Name == Organization && key.PrincipalKey.Properties[0].Name == Organization && key.Properties.Count > 1
                    ? null
                    : $"refers to {key.PrincipalEntityType.ClrType.Name} of any organization"
        );

    public static Rule Every_index_begins_with_the_organization =>
        Rule.Each(
            code => Records(code).SelectMany(entity => entity.GetIndexes()),
            index => index.Properties[0].Name == Organization ? null : $"has {index.GetDatabaseName()} across organizations"
        ) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Domain.ApiKeys.ApiKey has ix_api_keys_digest across organizations"] =
                    "a key is looked up before its organization is known",
                ["AchieveApex.Domain.Conversations.Conversation has ix_conversations_snoozed_until across organizations"] =
                    "those that are due are looked for in all organizations",
                ["AchieveApex.Domain.SupportTickets.SupportTicket has ix_support_tickets_closes_at across organizations"] =
                    "those that are due are looked for in all organizations",
                ["AchieveApex.Domain.Organizations.Member has ix_members_user_id across organizations"] =
                    "serves the reference to users, who belong to no organization",
            },
        };

    public static Rule Both_databases_hold_the_same =>
        new(
            nameof(Both_databases_hold_the_same),
            code =>
                code.Databases is [var first, var second]
                    ? Decisions(first).Except(Decisions(second)).Concat(Decisions(second).Except(Decisions(first)))
                    : [new("the rule", "needs two databases")]
        );

    public static Rule The_migrations_are_complete =>
        Rule.Each(
            code => code.Databases,
            db => db.Database.HasPendingModelChanges() ? "has a model that its migrations do not make" : null
        );

    private static IEnumerable<IEntityType> Entities(Code code) =>
        code.Databases.SelectMany(db => db.GetService<IDesignTimeModel>().Model.GetEntityTypes());

    private static IEnumerable<IEntityType> Records(Code code) => Entities(code).Where(IsRecord);

    private static bool IsRecord(IReadOnlyEntityType entity) => entity.ClrType.IsSubclassOf(typeof(Record));

    private static IEnumerable<Violation> Decisions(DbContext db) =>
        db.GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .SelectMany(entity => Decisions(entity).Select(text => Violation.Of(entity, $"has {text} on one database alone")));

    private static IEnumerable<string> Decisions(IEntityType entity) =>
        [
            $"the table {entity.GetTableName()}",
            .. entity
                .GetProperties()
                .Select(p =>
                    $"the column {p.GetColumnName()}, null: {p.IsColumnNullable()}, concurrency: {p.IsConcurrencyToken}, longest: {p.GetMaxLength()}"
                ),
            .. entity.GetKeys().Select(key => $"the key {key.GetName()} ({Names(key.Properties)})"),
            .. entity
                .GetIndexes()
                .Select(index =>
                    $"the index {index.GetDatabaseName()} ({Names(index.Properties)}), unique: {index.IsUnique}, filter: {index.GetFilter()}"
                ),
            .. entity
                .GetForeignKeys()
                .Select(key => $"the reference {Short(key.GetConstraintName())} ({Names(key.Properties)}), {key.DeleteBehavior}"),
            .. entity.GetDeclaredQueryFilters().Select(filter => $"the filter {filter.Key}"),
        ];

    // PostgreSQL cuts longer names.
    private static string? Short(string? name) => name?.Length > 60 ? name[..60] : name;

    private static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(property => property.Name));
}
