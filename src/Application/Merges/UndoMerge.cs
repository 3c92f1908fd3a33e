using AchieveApex.Application.Errors;
using AchieveApex.Application.Permissions;

namespace AchieveApex.Application.Merges;

/// <summary>Undoes a merge: the record is there again, and what referred to it refers to it.</summary>
[Requires<Merge>(Access.Update)]
public sealed record UndoMerge(RecordId Id, Input<NoFields> Input) : Act<Merge, NoFields, MergeView>(Id, Input);

internal sealed class UndoMergeHandler(
    Editor<Merge> editor,
    IDatabase db,
    IEnumerable<IMerging> kinds,
    ResourceCatalog resources,
    OrganizationScope scope,
    TimeProvider clock
) : ActHandler<UndoMerge, Merge, NoFields, MergeView>(editor)
{
    protected override async Task Do(Merge merge, NoFields fields, CancellationToken cancellationToken)
    {
        var kind = kinds.First(kind => resources.Of(kind.Record).Name == merge.Resource);
        Check(resources.Of(kind.Record));
        await db.TakeTurn(cancellationToken);
        merge.Undo(clock.GetUtcNow());
        await kind.Undo(merge, cancellationToken);
    }

    // What the merge itself needed.
    private void Check(Resource resource)
    {
        foreach (var (access, name) in Actions.All.Where(action => IMerging.Needed.HasFlag(action.Access)))
            if (!scope.Caller.Rights.Allow(resource.Name, access))
                throw Forbidden.To(name, resource.Noun);
    }
}
