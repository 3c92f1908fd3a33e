using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>
/// Writes what selects the events around records of one kind. Each part of it goes along an index of its own and ends where enough was found,
/// so that it costs the same however many events there are.
/// </summary>
internal sealed class TimelineSql
{
    private const string Organization = "{0}";
    private const string Id = "{1}";
    private const string Before = "{2}";
    private readonly IReadOnlyList<(string Resource, string Sql)> parts;

    private TimelineSql(IEntityType record, ResourceCatalog resources)
    {
        var owned = References(record).ToList();
        parts =
        [
            Part(NameOf(record), $"(SELECT {Id} AS id)"),
            .. owned.Select(key => Part(NameOf(key.DeclaringEntityType), $"(SELECT id FROM {From(key)})")),
            // What is part of something that refers to the record, such as the messages of a contact's conversation.
            .. from key in owned
            from inner in References(key.DeclaringEntityType).Where(inner => inner.DeleteBehavior == DeleteBehavior.Cascade)
            let ids = $"SELECT id FROM {From(key)}"
            select Part(
                NameOf(inner.DeclaringEntityType),
                $"(SELECT id FROM {Table(inner)} WHERE organization_id = {Organization} AND {Column(inner)} IN ({ids}))"
            ),
        ];

        string NameOf(IEntityType type) => resources.Of(type.ClrType).Name;
    }

    public static TimelineSql Make<TRecord>(IModel model, ResourceCatalog resources)
        where TRecord : Record => new(model.FindEntityType(typeof(TRecord))!, resources);

    /// <summary>The parameters are the organization, the record's id, and the smallest id that is too large.</summary>
    public string Of(IReadOnlySet<string> visible, int limit) =>
        string.Join(
            " UNION ",
            parts
                .Where(part => visible.Contains(part.Resource))
                .Select(part => $"SELECT * FROM ({part.Sql} ORDER BY e.id DESC LIMIT {limit}) AS part_of_timeline")
        );

    private static (string Resource, string Sql) Part(string resource, string ids) =>
        (
            resource,
            $"""
            SELECT e.* FROM {ids} AS r JOIN {EventMap.Table} AS e
            ON e.organization_id = {Organization} AND e.resource = '{resource}' AND e.record_id = r.id AND e.id < {Before}
            """
        );

    // Those that tell what happened themselves have no events.
    private static IEnumerable<IForeignKey> References(IEntityType type) =>
        type.GetReferencingForeignKeys()
            .Where(key =>
                key.PrincipalKey.Properties.Any(property => property.Name == nameof(Record.Id))
                && key.DeclaringEntityType.ClrType.IsAssignableTo(typeof(Record))
                && !key.DeclaringEntityType.ClrType.IsAssignableTo(typeof(IWrittenOnce))
            );

    private static string From(IForeignKey key) => $"{Table(key)} WHERE organization_id = {Organization} AND {Column(key)} = {Id}";

    private static string Table(IForeignKey key) => key.DeclaringEntityType.GetTableName()!;

    private static string Column(IForeignKey key) =>
        key.Properties[key.PrincipalKey.Properties.ToList().FindIndex(property => property.Name == nameof(Record.Id))].GetColumnName();
}
