using AchieveApex.Application.Requests;
using AchieveApex.Domain.Permissions;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Events;
using AchieveApex.Infrastructure.Persistence.Reading;
using Microsoft.EntityFrameworkCore.Storage;

namespace AchieveApex.Infrastructure.Persistence.Writing;

/// <summary>The records that a request has in hand, and what of them is to be written.</summary>
internal sealed class UnitOfWork(
    OrganizationScope scope,
    ContextLease lease,
    ModelParts model,
    Stamp stamp,
    IRowReader reader,
    IRowWriter writer,
    EventFields events,
    Terms terms
)
{
    private readonly List<Held> held = [];

    /// <summary>A record to be changed; the same object when it was found before. Null when absent, or removed in this unit.</summary>
    public async Task<T?> Find<T>(long id, CancellationToken cancellationToken)
        where T : Record
    {
        if (InHand<T>(id) is { } again)
            return again.IsRemoved ? null : (T)again.Record;

        var table = model.Of(RecordTable<T>.Make);
        var found = await reader.Read(
            table.One,
            [scope.Caller.OrganizationId, id],
            ReadParts.Rows,
            lease.Transaction?.GetDbTransaction(),
            cancellationToken
        );
        if (found.Rows is not [var record])
            return null;

        return Hold(record);
    }

    /// <summary>Takes in hand a record as it was read, and answers with it, or with the one that is in hand already.</summary>
    public T Hold<T>(T record)
        where T : Record
    {
        if (InHand<T>(record.Id) is { } again)
            return (T)again.Record;

        held.Add(new(record, model.Of(RecordTable<T>.Make)) { Stored = Bookkeeping.Copy(record) });
        return record;
    }

    /// <summary>A record in hand as its row is; null while there is none.</summary>
    public T? Before<T>(T record)
        where T : Record => (T?)held.Find(known => known.Record == record)?.Stored;

    /// <summary>Whether a record in hand is not as its row is.</summary>
    public bool IsChanged(Record record) =>
        held.Find(known => known.Record == record) is { Stored: { } stored, Table: var table } && table.Changes(record, stored) != 0;

    public void Add<T>(T record)
        where T : Record => held.Add(new(record, model.Of(RecordTable<T>.Make)));

    /// <summary>Adds a record that was there before: it keeps its id and its author, and has one version more.</summary>
    public void Restore<T>(T record)
        where T : Record => held.Add(new(record, model.Of(RecordTable<T>.Make)) { IsBack = true });

    /// <exception cref="InvalidOperationException">It was not found here.</exception>
    public void Remove(Record record)
    {
        var one =
            held.Find(known => known.Record == record)
            ?? throw new InvalidOperationException("Only a record that was found to be changed is removed.");
        if (one.Stored is null)
            held.Remove(one); // there is no row of it yet
        else
            one.IsRemoved = true;
    }

    /// <summary>Forgets everything, so that it is read anew.</summary>
    public void Clear() => held.Clear();

    /// <summary>Forgets some that were saved, so that work on many does not grow with their number.</summary>
    public void Forget(IEnumerable<Record> records)
    {
        var forgotten = records.ToHashSet<Record>(ReferenceEqualityComparer.Instance);
        held.RemoveAll(one => forgotten.Contains(one.Record));
    }

    /// <exception cref="RefusedWrite">Something unique is taken, or a reference is broken.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public async Task Save(CancellationToken cancellationToken)
    {
        List<(Held Held, RowWrite Write)> writes = [];
        foreach (var one in held)
            if (WriteOf(one) is { } write)
                writes.Add((one, Told(write)));
        if (writes.Count == 0)
            return;

        if (writes.Exists(write => write.Write.Record is IPartOfCaller))
            await lease.Db.NoteAccessChange(cancellationToken);

        var ids = await writer.Write(
            [.. writes.Select(write => write.Write)],
            scope.Caller.OrganizationId,
            lease.Transaction?.GetDbTransaction(),
            cancellationToken
        );
        for (var i = 0; i < ids.Count; i++)
            Bookkeeping.Id(
                writes[i].Write.Record,
                ids[i] ?? throw new DbUpdateConcurrencyException("The record was changed in the meantime.")
            );

        if (lease.Transaction is null)
        {
            held.Clear(); // nothing comes after it
            return;
        }

        foreach (var (one, _) in writes)
        {
            Bookkeeping.Happened(one.Record, null);
            one.Stored = Bookkeeping.Copy(one.Record);
        }

        held.RemoveAll(one => one.IsRemoved);
    }

    private Held? InHand<T>(long id) => held.Find(known => known.Record is T && known.Record.Id == id);

    private RowWrite? WriteOf(Held one)
    {
        var (record, table) = (one.Record, one.Table);
        if (one is { Stored: null, IsBack: true })
        {
            stamp.CheckOwner(record);
            stamp.Changed(record);
            return table.Restore(record);
        }

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

        stamp.Changed(record);
        return table.Update(record, one.Stored, changes);
    }

    private RowWrite Told(RowWrite write)
    {
        var change = events.Of(write.Record, write.Before, write.IsRemoval, terms.RequestId);
        if (change is not null)
            stamp.Added(change);
        return write with { Event = change };
    }

    private sealed class Held(Record record, RecordTable table)
    {
        public Record Record => record;
        public RecordTable Table => table;

        /// <summary>What its row holds; null while there is none.</summary>
        public Record? Stored { get; set; }

        public bool IsRemoved { get; set; }

        /// <summary>Whether it was there before, so that what is kept of it is kept.</summary>
        public bool IsBack { get; init; }
    }
}
