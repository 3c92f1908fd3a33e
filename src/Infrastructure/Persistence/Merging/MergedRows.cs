using System.Text.Json;
using AchieveApex.Application.Merges;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>Moves what refers to a record through the unit of work, so that every row that is changed has its version and its event.</summary>
internal sealed class MergedRows(ContextLease lease, UnitOfWork unit, ModelParts model, ResourceCatalog resources, Survivors survivors)
    : IMergedRows
{
    private Work Work => new(lease.Db, unit, model);

    public Task Lock<T>(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        where T : Record => lease.Db.Lock(TypeOf<T>().GetTableName()!, "id", ids, cancellationToken);

    public async Task<MergeTrail> Move<T>(T record, T into, CancellationToken cancellationToken)
        where T : Record
    {
        var text = RecordText.Of(model.Of(RecordTable<T>.Make), record);
        var references = Referring.To(TypeOf<T>());
        var own = await Own(references, record, into, cancellationToken); // before the ways up lead elsewhere
        List<MovedReferences> moved = [];
        List<RemovedDouble> doubles = [];
        foreach (var reference in references)
        {
            var done = await reference.Move(Work, record.Id, into.Id, cancellationToken);
            if (done.Ids.Count > 0)
                moved.Add(new(NameOf(reference), reference.Field, done.Ids));
            doubles.AddRange(done.Doubles.Select(removed => new RemovedDouble(NameOf(reference), removed)));
        }

        foreach (var (reference, change) in own)
            RecordText.Set(into, reference.Property, change.To);
        if (own.Any(one => one.Change.From == record.Id))
            await unit.Save(cancellationToken); // what is referred to is not removed

        unit.Remove(record);
        Bookkeeping.Happened(record, "merged");
        return new(text, JsonSerializer.SerializeToElement(new { }), moved, [.. own.Select(one => one.Change)], doubles);
    }

    public async Task MoveBack<T>(Merge merge, T? into, CancellationToken cancellationToken)
        where T : Record
    {
        var (trail, references, mending) = (merge.Trail, Referring.To(TypeOf<T>()), new Mending(lease.Db, survivors));
        var record = RecordText.Read<T>(model.Of(RecordTable<T>.Make), trail.Record);
        await mending.IsWhole(record, TypeOf<T>(), cancellationToken);
        unit.Restore(record);
        Bookkeeping.Happened(record, "unmerged");
        await unit.Save(cancellationToken);

        foreach (var moved in trail.Moved)
            if (references.FirstOrDefault(one => NameOf(one) == moved.Resource && one.Field == moved.Field) is { } reference)
            {
                IEnumerable<long> above = reference.IsToOwnKind ? await KindOf(reference).Above(record, cancellationToken) : [];
                await reference.MoveBack(Work, moved.Ids.Except(above), merge.IntoId, merge.MergedId, cancellationToken);
            }

        foreach (var removed in trail.Doubles)
            if (references.FirstOrDefault(one => NameOf(one) == removed.Resource) is { } reference)
                await reference.Restore(Work, mending, removed.Record, cancellationToken);
        if (into is not null)
            await MoveBackOwn(references, trail.Own, into, cancellationToken);
        await unit.Save(cancellationToken);
    }

    private async Task<List<(Referring Reference, OwnReference Change)>> Own<T>(
        IEnumerable<Referring> references,
        T record,
        T into,
        CancellationToken cancellationToken
    )
        where T : Record
    {
        List<(Referring, OwnReference)> own = [];
        foreach (var reference in references.Where(reference => reference.IsToOwnKind))
        {
            var kind = KindOf(reference);
            own.Add((reference, new(reference.Field, kind.Of(into), await kind.Merged(record, into, cancellationToken))));
        }

        return own;
    }

    private async Task MoveBackOwn<T>(
        IEnumerable<Referring> references,
        IReadOnlyList<OwnReference> own,
        T into,
        CancellationToken cancellationToken
    )
        where T : Record
    {
        foreach (var reference in references.Where(reference => reference.IsToOwnKind))
        foreach (var change in own.Where(change => change.Field == reference.Field))
            if (KindOf(reference).Of(into) == change.To && await KindOf(reference).MayRefer(into, change.From, cancellationToken))
                RecordText.Set(into, reference.Property, change.From);
    }

    private OwnKind KindOf(Referring reference) => new(lease.Db, reference.Type, reference.Property);

    private string NameOf(Referring reference) => resources.Of(reference.Type.ClrType).Name;

    private IEntityType TypeOf<T>() => lease.Db.Model.FindEntityType(typeof(T))!;
}
