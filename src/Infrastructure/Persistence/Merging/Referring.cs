using System.Text.Json;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Merging;

/// <summary>With what rows are found and changed.</summary>
internal sealed record Work(AchieveApexDb Db, UnitOfWork Unit, ModelParts Model);

/// <summary>What became of the rows that held a reference: those that hold another now, and those that were removed.</summary>
internal sealed record Moved(IReadOnlyList<long> Ids, IReadOnlyList<JsonElement> Doubles);

/// <summary>One reference to records of a kind: the rows that hold it are changed from one record to another, some hundred at a time.</summary>
internal abstract class Referring(IForeignKey key)
{
    protected const int AtOnce = 500;

    /// <summary>What holds the id of the other.</summary>
    public IProperty Property { get; } = (IProperty)key.Properties.Single(IsOwn);

    public IEntityType Type => key.DeclaringEntityType;

    /// <summary>Whether it names a record of the same kind.</summary>
    public bool IsToOwnKind => key.DeclaringEntityType == key.PrincipalEntityType;

    public string Field => WireFormat.NameOf(Property.Name);

    /// <summary>All references to a kind of record, as the model has them.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be changed.</exception>
    public static IReadOnlyList<Referring> To(IEntityType type) => [.. type.GetReferencingForeignKeys().Select(key => Of(key, type))];

    /// <summary>Lets those that refer to one record refer to another. What would be there twice is removed.</summary>
    public abstract Task<Moved> Move(Work work, long from, long into, CancellationToken cancellationToken);

    /// <summary>The same for some of them, wherever it is still so.</summary>
    public abstract Task MoveBack(Work work, IEnumerable<long> ids, long from, long into, CancellationToken cancellationToken);

    /// <summary>Adds what was removed, with the next save, if what it is part of is still there.</summary>
    public abstract Task Restore(Work work, Mending mending, JsonElement removed, CancellationToken cancellationToken);

    protected static bool IsOwn(IReadOnlyProperty property) => property.Name != nameof(Record.OrganizationId);

    private static Referring Of(IForeignKey key, IEntityType type) =>
        key.PrincipalKey.Properties.Select(property => property.Name).SequenceEqual([nameof(Record.OrganizationId), nameof(Record.Id)])
        && !key.DeclaringEntityType.ClrType.IsAssignableTo(typeof(IWrittenOnce))
            ? (Referring)Activator.CreateInstance(typeof(Referring<>).MakeGenericType(key.DeclaringEntityType.ClrType), key)!
            : throw new InvalidOperationException(
                $"{type.ClrType.Name} cannot be merged: {key.DeclaringEntityType.ClrType.Name} refers to more than its id, or is never changed."
            );
}

/// <inheritdoc />
internal sealed class Referring<T>(IForeignKey key) : Referring(key)
    where T : Record
{
    // What must not be there twice beside the same reference.
    private readonly List<List<IProperty>> unique =
    [
        .. from set in key.DeclaringEntityType.UniqueSets()
        let others = set.Properties.Where(property => IsOwn(property) && !key.Properties.Contains(property)).Cast<IProperty>().ToList()
        where set.Properties.Any(property => IsOwn(property) && key.Properties.Contains(property))
        select others,
    ];

    public override async Task<Moved> Move(Work work, long from, long into, CancellationToken cancellationToken)
    {
        await work.Db.Lock(Type.GetTableName()!, Property.GetColumnName(), [from], cancellationToken);
        var taken = await Taken(work, into, cancellationToken);
        List<long> moved = [];
        List<JsonElement> doubles = [];
        while (await Next(HoldersOf(work, from).Where(row => !IsToOwnKind || row.Id != into), cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Select(work.Unit.Hold))
                if (Keys(row).Any(taken.Contains))
                {
                    doubles.Add(RecordText.Of(TableOf(work), row));
                    work.Unit.Remove(row);
                }
                else
                {
                    moved.Add(row.Id);
                    RecordText.Set(row, Property, into);
                }

            await work.Unit.Save(cancellationToken);
            work.Unit.Forget(rows);
        }

        return new(moved, doubles);
    }

    public override async Task MoveBack(Work work, IEnumerable<long> ids, long from, long into, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            await work.Db.Lock(Type.GetTableName()!, "id", some, cancellationToken);
            var rows = await Next(HoldersOf(work, from).Where(row => some.Contains(row.Id)), cancellationToken);
            foreach (var row in rows.Select(work.Unit.Hold))
                RecordText.Set(row, Property, into);
            await work.Unit.Save(cancellationToken);
            work.Unit.Forget(rows);
        }
    }

    public override async Task Restore(Work work, Mending mending, JsonElement removed, CancellationToken cancellationToken)
    {
        var row = RecordText.Read<T>(TableOf(work), removed);
        if (await mending.IsWhole(row, Type, cancellationToken))
            work.Unit.Restore(row);
    }

    private static RecordTable<T> TableOf(Work work) => work.Model.Of(RecordTable<T>.Make);

    private IQueryable<T> HoldersOf(Work work, long id)
    {
        var name = Property.Name;
        return work.Db.Set<T>().Where(row => EF.Property<long?>(row, name) == id);
    }

    private static Task<List<T>> Next(IQueryable<T> rows, CancellationToken cancellationToken) =>
        rows.OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken);

    private async Task<HashSet<string>> Taken(Work work, long into, CancellationToken cancellationToken) =>
        unique.Count == 0 ? [] : [.. (await HoldersOf(work, into).ToListAsync(cancellationToken)).SelectMany(Keys)];

    // Nothing is no value that could be there twice.
    private IEnumerable<string> Keys(T row) =>
        from set in unique
        let values = set.Select(property => property.GetGetter().GetClrValue(row)).ToList()
        where !values.Contains(null)
        select $"{unique.IndexOf(set)}:{string.Join('\n', values)}";
}
