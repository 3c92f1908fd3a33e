using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Custom;
using Mapster;

namespace AchieveApex.Application.Merges;

/// <summary>Merges records of one kind and undoes it. What one takes from the other is written on it as a client's patch would be.</summary>
internal sealed class Merging<TRecord, TFields>(
    IDatabase db,
    IMergedRows rows,
    InputReader reader,
    ResourceCatalog resources,
    OrganizationScope scope,
    TimeProvider clock
) : IMerging
    where TRecord : Record
    where TFields : class
{
    public Type Record => typeof(TRecord);

    private CustomFieldSet? Custom => scope.Caller.CustomFields.Of(typeof(TRecord));

    private string Resource => resources.Of(typeof(TRecord)).Name;

    /// <summary>Lets one record go on in another, with the next save.</summary>
    public async Task Merge(TRecord record, TRecord into, CancellationToken cancellationToken)
    {
        db.RetryIfTaken(); // somebody may tag the other at the same moment
        var trail = await rows.Move(record, into, cancellationToken);
        var filled = Filling.Of<TRecord>(FieldsOf(into), FieldsOf(record), trail.Own.Select(own => own.Field));
        Keep(filled, (key, value) => Custom!.ProblemOf(key, value) is null);
        Patch(into, filled);
        db.Add(
            new Merge
            {
                Resource = Resource,
                MergedId = record.Id,
                IntoId = into.Id,
                UndoUntil = clock.GetUtcNow() + Domain.Resources.Merge.Undoable,
                Trail = trail with { Filled = JsonSerializer.SerializeToElement(filled, WireFormat.Options) },
            }
        );
    }

    public async Task Undo(Merge merge, CancellationToken cancellationToken)
    {
        await rows.Lock<TRecord>([merge.IntoId], cancellationToken);
        var into = await db.Find<TRecord>(merge.IntoId, cancellationToken);
        if (into is null)
            await CheckNotMerged(merge.IntoId, cancellationToken);
        else
            GiveBack(into, merge.Trail.Filled);

        await db.Save(cancellationToken); // so that what is unique is free again
        await rows.MoveBack(merge, into, cancellationToken);
    }

    // One that was removed since has nothing to give back, and is no reason to keep the other from coming back.
    private async Task CheckNotMerged(long id, CancellationToken cancellationToken)
    {
        var later = db.Set<Merge>().Where(merge => merge.Resource == Resource && merge.MergedId == id && merge.UndoneAt == null);
        if (await db.First(later.Select(merge => (long?)merge.Id), cancellationToken) is { } next)
            throw BadRequest.Invalid("into_id", $"was merged itself since: undo merge {next} first");
    }

    // A record that would not be valid without what it took keeps it.
    private void GiveBack(TRecord into, JsonElement filled)
    {
        try
        {
            var back = Filling.Back(FieldsOf(into), filled);
            Keep(back, (key, _) => !Custom!.Required.Contains(key));
            Patch(into, back);
        }
        catch (BadRequest) { }
    }

    // Nobody chose the custom fields that would be refused: they stay where they are, in the trail or on the record.
    private void Keep(JsonObject patch, Func<string, JsonElement, bool> isKept)
    {
        if (Custom is null || patch[CustomFieldDefinition.Holder] is not JsonObject values)
            return;

        foreach (var (key, value) in values.ToList())
            if (!isKept(key, JsonSerializer.SerializeToElement(value)))
                values.Remove(key);
        if (values.Count == 0)
            patch.Remove(CustomFieldDefinition.Holder);
    }

    private void Patch(TRecord record, JsonObject patch)
    {
        if (patch.Count == 0)
            return;

        var input = Input<TFields>.FromJson(JsonSerializer.SerializeToUtf8Bytes(patch, WireFormat.Options));
        reader.CheckPatch<TFields, TFields>(input);
        reader.Merge(record, input);
        input.Fields.Adapt(record);
    }

    private static JsonObject FieldsOf(TRecord record) =>
        JsonSerializer.SerializeToNode(record.Adapt<TFields>(), WireFormat.Options)!.AsObject();
}
