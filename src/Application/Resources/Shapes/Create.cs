using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Adds a record.</summary>
public abstract record Create<TRecord, TFields, TView>(Input<TFields> Input) : Write<TRecord, TView>, ICreates<TView>
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public IRequest<IReadOnlyList<TView>>? AsMany() => Input.IsArray ? new CreateMany<TRecord, TFields, TView>(this) : null;

    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.Read<TFields, TView>(Input);
    }
}

/// <summary>A request whose body may be an array.</summary>
public interface ICreates<TView>
{
    /// <summary>The request that adds every item of the array; null when the body is none.</summary>
    IRequest<IReadOnlyList<TView>>? AsMany();
}

internal sealed class CreateHandler<TRequest, TRecord, TFields, TView>(Editor<TRecord> editor) : IRequestHandler<TRequest, TView>
    where TRequest : Create<TRecord, TFields, TView>
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = request.Input.Fields.Adapt(new TRecord());
        await editor.Add(record, cancellationToken);
        return await editor.Show<TView>(record, cancellationToken);
    }
}
