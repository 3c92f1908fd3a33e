using AchieveApex.Application.Requests;
using AchieveApex.Domain.Permissions;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>The records that a request has in hand, and what of them is to be written.</summary>
internal sealed class UnitOfWork(
    OrganizationScope scope,
    ContextLease lease,
    RecordTables tables,
    Stamp stamp,
    IRowReader reader,
    IRowWriter writer
)
{
    private readonly List<Held> held = [];

    /// <summary>A record to be changed; the same object when it was found before. Null when absent, or removed in this unit.</summary>
    public async Task<T?> Find<T>(long id, CancellationToken cancellationToken)
        where T : Record
    {
        if (held.Find(known => known.Record is T && known.Record.Id == id) is { } again)
            return again.IsRemoved ? null : (T)again.Record;

        var table = tables.Of<T>();
        var found = await reader.Read(
            table.One,
            [scope.Caller.OrganizationId, id],
            ReadParts.Rows,
            lease.Transaction?.GetDbTransaction(),
            cancellationToken
        );
        if (found.Rows is not [var record])
            return null;

        Hold(record);
        return record;
    }

    /// <summary>Takes in hand a record as it was read.</summary>
    public void Hold<T>(T record)
        where T : Record
    {
        var table = tables.Of<T>();
        held.Add(new(record, table) { Stored = table.Snapshot(record) });
    }

    public void Add<T>(T record)
        where T : Record => held.Add(new(record, tables.Of<T>()));

    /// <exception cref="InvalidOperationException">It was not found here.</exception>
    public void Remove(Record record) =>
        (
            held.Find(known => known.Record == record)
            ?? throw new InvalidOperationException("Only a record that was found to be changed is removed.")
        ).IsRemoved = true;

    /// <summary>Forgets everything, so that it is read anew.</summary>
    public void Clear() => held.Clear();

    /// <exception cref="RefusedWrite">Something unique is taken, or a reference is broken.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public async Task Save(CancellationToken cancellationToken)
    {
        List<(Held Held, RowWrite Write)> writes = [];
        foreach (var one in held)
            if (WriteOf(one) is { } write)
                writes.Add((one, write));
        if (writes.Count == 0)
            return;

        if (writes.Exists(write => write.Write.Record is IDecidesAccess))
            await lease.Db.NoteAccessChange(cancellationToken);

        var ids = await writer.Write(
            [.. writes.Select(write => write.Write)],
            scope.Caller.OrganizationId,
            lease.Transaction?.GetDbTransaction(),
            cancellationToken
        );
        for (var i = 0; i < ids.Count; i++)
            Keep(writes[i].Held, ids[i] ?? throw new DbUpdateConcurrencyException("The record was changed in the meantime."));
        held.RemoveAll(one => one is { IsRemoved: true, Stored: null });
    }

    private RowWrite? WriteOf(Held one)
    {
        var (record, table) = (one.Record, one.Table);
        if (one.Stored is null)
        {
            stamp.Added(record);
            return table.Insert(record);
        }

        stamp.CheckOwner(record);
        if (one.IsRemoved)
            return table.Delete(record);
        var changes = table.Changes(record, one.Stored);
        if (changes == 0)
            return null;

        var version = record.Version;
        stamp.Changed(record);
        return table.Update(record, version, changes);
    }

    private static void Keep(Held one, long id)
    {
        Bookkeeping.Id(one.Record, id);
        one.Stored = one.IsRemoved ? null : one.Table.Snapshot(one.Record);
    }

    private sealed class Held(Record record, RecordTable table)
    {
        public Record Record => record;
        public RecordTable Table => table;

        /// <summary>What its row holds; null while there is none.</summary>
        public object?[]? Stored { get; set; }

        public bool IsRemoved { get; set; }
    }
}
