using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>What happened to a record, and to those that refer to it: newest first, and of each resource what the caller may view.</summary>
[WholeParameter("before", "Goes on before the event with this id; 0 begins with the newest.", ValueLimits.LargestId)]
[WholeParameter("limit", "The largest number of events.", TimelinePage.Most, Default = TimelinePage.Usual)]
public abstract record Timeline<TRecord>(RecordId Id) : IQuery<TimelinePage>, IQueried, IFollowsMerges
    where TRecord : Record
{
    public ListQuery Query { get; set; } = ListQuery.Empty;

    public long? Survivor { get; internal set; }
}

internal sealed class TimelineHandler<TRequest, TRecord>(IDatabase db, OrganizationScope scope) : IRequestHandler<TRequest, TimelinePage>
    where TRequest : Timeline<TRecord>
    where TRecord : Record
{
    public async Task<TimelinePage> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var asked = Asked.Of(request);
        var limit = (int)asked.Whole("limit");
        var before = asked.Whole("before") is var id and > 0 ? id : ValueLimits.LargestId;
        var record =
            await db.Find<TRecord>(request.Id.Value, cancellationToken)
            ?? await FindSurvivor(request, cancellationToken)
            ?? throw NotFound.Record(request.Id.Text);
        var events = await db.Events(record, scope.Caller.Rights.Visible.ToHashSet(), before, limit + 1, cancellationToken);
        return events.Count > limit ? new(events[limit - 1].Id, [.. events.Take(limit)]) : new(null, events);
    }

    private async Task<TRecord?> FindSurvivor(TRequest request, CancellationToken cancellationToken)
    {
        request.Survivor = await db.Survivor<TRecord>(request.Id.Value, cancellationToken);
        return request.Survivor is { } id ? await db.Find<TRecord>(id, cancellationToken) : null;
    }
}
