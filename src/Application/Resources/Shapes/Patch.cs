using Mapster;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Changes some fields of a record: a JSON merge patch, RFC 7396. The result is validated as a whole.</summary>
public abstract record Patch<TRecord, TFields, TView>(RecordId Id, Input<TFields> Input) : Change<TRecord, TView>(Id)
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    public override void Read(InputReader reader)
    {
        base.Read(reader);
        reader.CheckPatch<TFields, TView>(Input);
    }
}

internal sealed class PatchHandler<TRequest, TRecord, TFields, TView>(Editor<TRecord> editor, InputReader reader)
    : IRequestHandler<TRequest, TView>
    where TRequest : Patch<TRecord, TFields, TView>
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var record = await editor.Open(request.Id, cancellationToken);
        reader.Merge(record, request.Input);
        request.Input.Fields.Adapt(record);
        await editor.Keep(record, cancellationToken);
        return await editor.Show<TView>(record, cancellationToken);
    }
}
