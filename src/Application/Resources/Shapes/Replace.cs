using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Replaces everything on a record that a client may write. It never creates one, unless the record is named by a key of the client's.</summary>
public abstract record Replace<TRecord, TFields, TView>(RecordId Id, Input<TFields> Input) : Change<TRecord, TView>(Id), IReplaces<TView>
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public IRequest<Upserted<TView>> OnKey(string field, string value) => new Upsert<TRecord, TFields, TView>(this, field, value);

    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.Read<TFields, TView>(Input);
    }
}

/// <summary>A request that replaces a record, and can create it.</summary>
public interface IReplaces<TView>
{
    /// <summary>The request that replaces the one record with this value in a unique field, or creates it.</summary>
    IRequest<Upserted<TView>> OnKey(string field, string value);
}

internal sealed class ReplaceHandler<TRequest, TRecord, TFields, TView>(Editor<TRecord> editor) : IRequestHandler<TRequest, TView>
    where TRequest : Replace<TRecord, TFields, TView>
    where TRecord : Record, new()
    where TFields : class
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await editor.Open(request.Id, cancellationToken);
        request.Input.Fields.Adapt(record);
        await editor.Keep(record, cancellationToken);
        return await editor.Show<TView>(record, cancellationToken);
    }
}
