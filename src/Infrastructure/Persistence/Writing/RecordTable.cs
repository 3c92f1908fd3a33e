using System.Collections.Concurrent;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>How one kind of record is written: its columns, and the statements, each made once.</summary>
internal abstract class RecordTable
{
    // One bit each in a set of columns.
    private const int MostColumns = 64;

    // Sets come from clients, who must not fill the memory.
    private const int MostUpdates = 200;

    private static readonly HashSet<string> Bookkept =
    [
        nameof(Record.Version),
        nameof(Record.UpdatedAt),
        nameof(Record.UpdatedByUserId),
        nameof(Record.UpdatedByApiKeyId),
    ];

    private readonly IReadOnlyList<RecordColumn> columns;
    private readonly RecordSql sql;
    private readonly Statement insert;
    private readonly Statement delete;
    private readonly Lazy<Statement> restore;
    private readonly ConcurrentDictionary<ulong, (Statement Statement, IReadOnlyList<RecordColumn> Columns)> updates = new();
    private readonly ulong bookkept;
    private readonly ulong derived;
    private readonly ulong texts;

    protected RecordTable(IEntityType type, Dialect dialect, ISqlGenerationHelper names)
    {
        Type = type;
        columns = [.. type.GetProperties().Select(property => new RecordColumn(property))];
        if (columns.Count > MostColumns)
            throw new InvalidOperationException($"{type.ClrType.Name} has more than {MostColumns} columns.");

        sql = new(type, columns, dialect, names);
        Inserted = [.. columns.Where(column => column.Property.Name != nameof(Record.Id))];
        Read = [.. columns.Where(column => !column.IsDerived)];
        (insert, delete, Select) = (sql.Insert(Inserted), sql.Delete(), sql.Select(Read));
        restore = new(() => sql.Insert(columns));
        bookkept = SetOf(column => Bookkept.Contains(column.Property.Name));
        derived = SetOf(column => column.IsDerived);
        texts = SetOf(column => column.Property.ClrType == typeof(string));
    }

    public IEntityType Type { get; }

    /// <summary>Every column but the id, which the database gives.</summary>
    public IReadOnlyList<RecordColumn> Inserted { get; }

    /// <summary>Every column that does not follow from others.</summary>
    public IReadOnlyList<RecordColumn> Read { get; }

    protected Statement Select { get; }

    /// <summary>The columns in which a record is not as it was, a bit each.</summary>
    public ulong Changes(Record record, Record before)
    {
        var changed = 0UL;
        for (var i = 0; i < columns.Count; i++)
            if (!columns[i].IsDerived && !columns[i].AreEqual(columns[i].ValueOf(before), columns[i].ValueOf(record)))
                changed |= 1UL << i;
        return changed;
    }

    public RowWrite Insert(Record record) => new(this, record, insert, Values([], Inserted, record));

    /// <summary>Adds a record that was there before, under the id that it had.</summary>
    public RowWrite Restore(Record record) => new(this, record, restore.Value, Values([], columns, record));

    /// <param name="record">What the row is to hold, stamped.</param>
    /// <param name="before">What it has to hold still, by its version.</param>
    /// <param name="changes">The columns that changed.</param>
    public RowWrite Update(Record record, Record before, ulong changes)
    {
        // What is searched follows from texts.
        changes |= bookkept | ((changes & texts) == 0 ? 0 : derived);
        if (!updates.TryGetValue(changes, out var update))
        {
            if (updates.Count >= MostUpdates)
                updates.Clear();
            List<RecordColumn> written = [.. columns.Where((_, i) => (changes & (1UL << i)) != 0)];
            updates[changes] = update = (sql.Update(written), written);
        }

        object?[] key = [before.OrganizationId, before.Id, before.Version];
        return new(this, record, update.Statement, Values(key, update.Columns, record)) { Before = before };
    }

    public RowWrite Delete(Record record) =>
        new(this, record, delete, [record.OrganizationId, record.Id, record.Version]) { Before = record, IsRemoval = true };

    private ulong SetOf(Predicate<RecordColumn> has) =>
        columns.Select((column, i) => has(column) ? 1UL << i : 0).Aggregate(0UL, (set, bit) => set | bit);

    private static object?[] Values(object?[] first, IReadOnlyList<RecordColumn> columns, Record record)
    {
        var values = new object?[first.Length + columns.Count];
        first.CopyTo(values, 0);
        for (var i = 0; i < columns.Count; i++)
            values[first.Length + i] = columns[i].ValueOf(record);
        return values;
    }
}

/// <summary>The same, and how a record is read to be changed.</summary>
internal sealed class RecordTable<T> : RecordTable
    where T : Record
{
    private RecordTable(IEntityType type, Dialect dialect, ISqlGenerationHelper names)
        : base(type, dialect, names)
    {
        var view = Materializer.Of<T>([.. Read.Select(ToRead)]);
        One = new(Select, Select, view);
    }

    /// <summary>The record with an id, the second value.</summary>
    public ReadPlan<T> One { get; }

    public static RecordTable<T> Make(IModel model, Dialect dialect, ISqlGenerationHelper names) =>
        new(model.FindEntityType(typeof(T))!, dialect, names);

    private static ViewColumn ToRead(RecordColumn column) =>
        new(column.Property.GetMemberInfo(forMaterialization: true, forSet: true), column.Property, null);
}
