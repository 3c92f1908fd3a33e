using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Adds every item of an array, or none. The answer has the items' order.</summary>
public sealed record CreateMany<TRecord, TFields, TView>(Create<TRecord, TFields, TView> Each)
    : ICommand<IReadOnlyList<TView>>,
        IReadsInput,
        IQueried,
        IDerived,
        IBatch
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public ListQuery Query { get; set; } = ListQuery.Empty;

    /// <summary>A request for each item, once the array was read.</summary>
    internal IReadOnlyList<Create<TRecord, TFields, TView>> Parts { get; private set; } = [];

    internal int? Doing { get; set; }

    object IDerived.Each => Each;

    string? IBatch.Part => Doing?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Read(InputReader reader)
    {
        reader.CheckSelection<TRecord, TView>(Query);
        Parts = [.. InputReader.Items(Each.Input).Select(item => Each with { Input = item, Query = ListQuery.Empty })];
        var problems = new Dictionary<string, string[]>();
        for (var i = 0; i < Parts.Count; i++)
            foreach (var (field, messages) in Problems(Parts[i], reader))
                problems.Add(field.Length == 0 ? $"{i}" : $"{i}.{field}", messages);

        if (problems.Count > 0)
            throw BadRequest.Invalid(problems);
    }

    private static IEnumerable<KeyValuePair<string, string[]>> Problems(Create<TRecord, TFields, TView> part, InputReader reader)
    {
        try
        {
            part.Read(reader);
            return [];
        }
        catch (BadRequest invalid)
        {
            return invalid.Errors ?? new Dictionary<string, string[]> { [""] = [invalid.Message] };
        }
    }
}

internal sealed class CreateManyHandler<TRecord, TFields, TView>(IMediator mediator)
    : IRequestHandler<CreateMany<TRecord, TFields, TView>, IReadOnlyList<TView>>
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public async Task<IReadOnlyList<TView>> Handle(CreateMany<TRecord, TFields, TView> request, CancellationToken cancellationToken)
    {
        var views = new List<TView>(request.Parts.Count);
        for (var i = 0; i < request.Parts.Count; i++)
        {
            request.Doing = i;
            views.Add(await mediator.Send(request.Parts[i], cancellationToken));
        }

        request.Doing = null;
        return views;
    }
}
