using AchieveApex.Application.Resources.Custom;
using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Opens records for a change and keeps them: on the terms that the caller set, and by the rules of their kind.</summary>
public sealed class Editor<TRecord>(IDatabase db, IEnumerable<IRule<TRecord>> rules, Terms terms, OrganizationScope scope)
    where TRecord : Record
{
    private CustomFieldSet? CustomFields => scope.Caller.CustomFields.Of(typeof(TRecord));

    /// <summary>A record to be changed.</summary>
    /// <exception cref="Errors.NotFound">Absent, or not the organization's.</exception>
    /// <exception cref="Errors.PreconditionFailed">Not in the version that the caller wants to change.</exception>
    public async Task<TRecord> Open(RecordId id, CancellationToken cancellationToken) =>
        await Open(await db.Require<TRecord>(id, cancellationToken), cancellationToken);

    /// <summary>A record that was found already, to be changed.</summary>
    public async Task<TRecord> Open(TRecord record, CancellationToken cancellationToken)
    {
        terms.Check(record);
        await rules.Check(record, cancellationToken);
        return record;
    }

    /// <summary>A record as it is answered with.</summary>
    // What a view shows of other records is read: they are not in hand.
    public async Task<TView> Show<TView>(TRecord record, CancellationToken cancellationToken)
        where TView : RecordView =>
        typeof(TView).IsAssignableTo(typeof(IShowsOthers))
            ? (await db.View<TRecord, TView>(record.Id, null, cancellationToken))!
            : record.Adapt<TView>();

    /// <summary>Adds a record.</summary>
    public async Task Add(TRecord record, CancellationToken cancellationToken)
    {
        CustomFields?.Check(record.CustomFields, null);
        await rules.Check(record, cancellationToken);
        db.Add(record);
        await db.Save(cancellationToken);
    }

    /// <summary>Keeps what was changed on a record.</summary>
    public async Task Keep(TRecord record, CancellationToken cancellationToken)
    {
        CustomFields?.Check(record.CustomFields, db.Before(record)?.CustomFields);
        await rules.Check(record, cancellationToken);
        await db.Save(cancellationToken);
    }

    /// <summary>Removes an opened record.</summary>
    public async Task Remove(TRecord record, CancellationToken cancellationToken)
    {
        db.Remove(record);
        await db.Save(cancellationToken);
    }
}
