using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Changes every match of a query, or none: at most 100, and only for a caller with the right to.</summary>
public sealed record ChangeMany<TRecord, TView>(Change<TRecord, TView> Each)
    : ICommand<IReadOnlyList<TView>>,
        IReadsInput,
        IQueried,
        IDerived,
        IBatch
    where TRecord : Record
    where TView : RecordView
{
    public ListQuery Query { get; set; } = ListQuery.Empty;

    /// <summary>Which records, once the query was read.</summary>
    internal Query<TRecord>? Matches { get; private set; }

    internal long? Doing { get; set; }

    object IDerived.Each => Each;

    bool IDerived.NeedsBulk => true;

    string? IBatch.Part => Doing?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Read(InputReader reader)
    {
        Matches = reader.Matches<TRecord, TView>(Query);
        Each.Read(reader);
    }
}

internal sealed class ChangeManyHandler<TRecord, TView>(IDatabase db, IMediator mediator)
    : IRequestHandler<ChangeMany<TRecord, TView>, IReadOnlyList<TView>>
    where TRecord : Record
    where TView : RecordView
{
    public async Task<IReadOnlyList<TView>> Handle(ChangeMany<TRecord, TView> request, CancellationToken cancellationToken)
    {
        var query = request.Matches! with { Limit = IBatch.Most + 1, CountTotal = false };
        var matches = (await db.Page<TRecord, TView>(query, cancellationToken)).Data;
        if (matches.Count > IBatch.Most)
            throw new BadRequest(
                $"The query matches more than {IBatch.Most} records, the most that one request changes. Nothing was changed."
            );

        var views = new List<TView>(matches.Count);
        foreach (var match in matches)
        {
            request.Doing = match.Id;
            views.Add(await mediator.Send(request.Each with { Id = match.Id }, cancellationToken));
        }

        request.Doing = null;
        return views;
    }
}
