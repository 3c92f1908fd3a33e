using System.Runtime.CompilerServices;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>How an event is written with the change that it tells of.</summary>
internal sealed class EventTable
{
    private static readonly string[] SetByOthers = [nameof(ChangeEvent.Id), nameof(ChangeEvent.Sequence), nameof(ChangeEvent.Hash)];
    private readonly IReadOnlyList<RecordColumn> columns;
    private readonly IReadOnlyList<ValueBinder> binders;
    private readonly string names;
    private readonly ConditionalWeakTable<Statement, Statement> told = [];

    private EventTable(IEntityType type, Dialect dialect, ISqlGenerationHelper sql)
    {
        var written = type.GetProperties().Where(property => !SetByOthers.Contains(property.Name)).ToList();
        // The id of a new record is known last.
        columns =
        [
            .. written.OrderBy(property => property.Name == nameof(ChangeEvent.RecordId)).Select(property => new RecordColumn(property)),
        ];
        binders = [.. columns.Select(column => dialect.BindOne(column.Mapping))];
        names = string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)));
        Insert = new($"INSERT INTO {EventMap.Table} ({names}) VALUES ({Parameters(1, columns.Count)})", binders);
    }

    /// <summary>Writes an event; the last value is the record's id.</summary>
    public Statement Insert { get; }

    public static EventTable Make(IModel model, Dialect dialect, ISqlGenerationHelper names) =>
        new(model.FindEntityType(typeof(ChangeEvent))!, dialect, names);

    /// <summary>A write together with its event, which is written only if the row was. The event's values follow those of the write.</summary>
    public Statement With(Statement write) => told.GetValue(write, Tell);

    /// <summary>An event's values, the record's id apart.</summary>
    public IEnumerable<object?> Values(ChangeEvent change) => columns.SkipLast(1).Select(column => column.ValueOf(change));

    private Statement Tell(Statement write) =>
        new(
            $"""
            WITH written AS ({write.Sql}), told AS (
                INSERT INTO {EventMap.Table} ({names})
                SELECT {Parameters(write.Binders.Count + 1, columns.Count - 1)}, written.id FROM written
            )
            SELECT id FROM written
            """,
            [.. write.Binders, .. binders.SkipLast(1)]
        );

    private static string Parameters(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(place => $"${place}"));
}
