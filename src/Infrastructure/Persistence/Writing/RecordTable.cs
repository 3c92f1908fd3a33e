using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>The statements that write one kind of record, made once from the model. Each answers with the id of the row that it wrote.</summary>
internal abstract class RecordTable
{
    private static readonly HashSet<string> Fixed =
    [
        nameof(Record.Id),
        nameof(Record.OrganizationId),
        nameof(Record.CreatedAt),
        nameof(Record.CreatedByUserId),
        nameof(Record.CreatedByApiKeyId),
    ];

    private readonly IReadOnlyList<RecordColumn> columns;
    private readonly IReadOnlyList<RecordColumn> inserted;
    private readonly IReadOnlyList<RecordColumn> updated;
    private readonly Statement insert;
    private readonly Statement update;
    private readonly Statement delete;

    protected RecordTable(IEntityType type, Dialect dialect, ISqlGenerationHelper names)
    {
        Type = type;
        columns = [.. type.GetProperties().Select(property => new RecordColumn(property))];
        inserted = [.. columns.Where(column => column.Property.Name != nameof(Record.Id))];
        updated = [.. columns.Where(column => !Fixed.Contains(column.Property.Name))];

        var table = names.DelimitIdentifier(type.GetTableName()!);
        var key = new[] { nameof(Record.OrganizationId), nameof(Record.Id), nameof(Record.Version) }
            .Select(name => columns.Single(column => column.Property.Name == name))
            .ToList();
        var id = Name(key[1]);
        var own = $"{Name(key[0])} = $1 AND {id} = $2";
        var unchanged = $"{own} AND {Name(key[2])} = $3";
        insert = new(
            $"INSERT INTO {table} ({List(inserted.Select(Name))}) VALUES ({List(inserted.Select((_, i) => $"${i + 1}"))}) RETURNING {id}",
            Binders(inserted)
        );
        update = new(
            $"UPDATE {table} SET {List(updated.Select((column, i) => $"{Name(column)} = ${i + 1 + key.Count}"))} WHERE {unchanged} RETURNING {id}",
            Binders(key.Concat(updated))
        );
        delete = new($"DELETE FROM {table} WHERE {unchanged} RETURNING {id}", Binders(key));
        ById = new(
            $"SELECT {List(columns.Where(column => !column.IsDerived).Select(Name))} FROM {table} WHERE {own}",
            Binders(key.Take(2))
        );

        string Name(RecordColumn column) => names.DelimitIdentifier(column.Name);

        IReadOnlyList<ValueBinder> Binders(IEnumerable<RecordColumn> bound) => [.. bound.Select(column => dialect.BindOne(column.Mapping))];
    }

    public IEntityType Type { get; }

    /// <summary>Every column but the id, which the database gives.</summary>
    public IReadOnlyList<RecordColumn> Inserted => inserted;

    protected Statement ById { get; }

    /// <summary>What a record holds now, to be compared with later.</summary>
    public object?[] Snapshot(Record record)
    {
        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = columns[i].IsDerived ? null : columns[i].ValueOf(record);
        return values;
    }

    public bool IsChanged(Record record, object?[] snapshot)
    {
        for (var i = 0; i < snapshot.Length; i++)
            if (!columns[i].IsDerived && !columns[i].AreEqual(snapshot[i], columns[i].ValueOf(record)))
                return true;
        return false;
    }

    public RowWrite Insert(Record record) => new(this, record, insert, Values([], inserted, record));

    /// <param name="record">What the row is to hold.</param>
    /// <param name="version">The version that it has to have still.</param>
    public RowWrite Update(Record record, long version) =>
        new(this, record, update, Values([record.OrganizationId, record.Id, version], updated, record));

    public RowWrite Delete(Record record) =>
        new(this, record, delete, [record.OrganizationId, record.Id, record.Version]) { IsRemoval = true };

    protected IReadOnlyList<ViewColumn> Read() =>
        [
            .. columns
                .Where(column => !column.IsDerived)
                .Select(column => new ViewColumn(
                    column.Property.GetMemberInfo(forMaterialization: true, forSet: true),
                    column.Property,
                    null
                )),
        ];

    private static object?[] Values(object?[] first, IReadOnlyList<RecordColumn> columns, Record record)
    {
        var values = new object?[first.Length + columns.Count];
        first.CopyTo(values, 0);
        for (var i = 0; i < columns.Count; i++)
            values[first.Length + i] = columns[i].ValueOf(record);
        return values;
    }

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts);
}

/// <summary>The same, and how a record is read to be changed.</summary>
internal sealed class RecordTable<T> : RecordTable
    where T : Record
{
    public RecordTable(IEntityType type, Dialect dialect, ISqlGenerationHelper names)
        : base(type, dialect, names) => One = new(ById, ById, Materializer.Of<T>(Read()));

    /// <summary>The record with an id, the second value.</summary>
    public ReadPlan<T> One { get; }
}
