using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Events;

/// <summary>The events that follow one, in their order; of each resource those that the caller may view. It can wait until there is one.</summary>
[NoPermission("shows of each resource what the caller may view of it")]
[WholeParameter("after", "The number of the last event that is known; 0 for none.", ValueLimits.LargestId)]
[WholeParameter("limit", "The largest number of events.", Most, Default = Most)]
[WholeParameter("wait", "How many seconds to wait for an event if there is none yet.", LongestWait)]
public sealed record ReadEvents : IQuery<EventFeed>, IQueried
{
    /// <summary>Events in one answer.</summary>
    public const int Most = 200;

    /// <summary>Seconds that one request waits.</summary>
    public const int LongestWait = 30;

    public ListQuery Query { get; set; } = ListQuery.Empty;
}

/// <summary>Some events.</summary>
/// <param name="After">What to ask for next: the number of the last event that was looked at.</param>
/// <param name="Data">The events, oldest first.</param>
public sealed record EventFeed(long After, IReadOnlyList<EventView> Data);

internal sealed class ReadEventsHandler(IDatabase db, IEventLog events, OrganizationScope scope, TimeProvider clock)
    : IRequestHandler<ReadEvents, EventFeed>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task<EventFeed> Handle(ReadEvents request, CancellationToken cancellationToken)
    {
        var asked = Asked.Of(request);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            await events.Seal(scope.Caller.OrganizationId, cancellationToken);
            var page = await Page(asked.Whole("after"), (int)asked.Whole("limit"), cancellationToken);
            if (page.Data.Count > 0 || waited >= TimeSpan.FromSeconds(asked.Whole("wait")))
                return page;

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task<EventFeed> Page(long after, int limit, CancellationToken cancellationToken)
    {
        var fields = QueryFields<ChangeEvent>.Of<EventView>();
        var sequence = fields.Find("sequence");
        List<Condition<ChangeEvent>> conditions = [new Test<ChangeEvent>(sequence, Operator.Greater, [after])];
        if (!scope.Caller.IsProgram)
            conditions.Add(new Test<ChangeEvent>(fields.Find("resource"), Operator.In, [.. scope.Caller.Rights.Visible]));
        var query = new Query<ChangeEvent>(new Every<ChangeEvent>(conditions), [], [sequence.Ascending], null, limit, 0, CountTotal: false);
        var found = (await db.Page<ChangeEvent, EventView>(query, cancellationToken)).Data;
        return new(found is [.., var last] ? last.Sequence!.Value : after, found);
    }
}
