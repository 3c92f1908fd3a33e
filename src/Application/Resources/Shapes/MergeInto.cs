using AchieveApex.Application.Errors;
using AchieveApex.Application.Merges;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>Lets a record go on in another, which takes from it the fields that it has not, and all that refers to it. Answers with the other.</summary>
/// <typeparam name="TRecord">The records.</typeparam>
/// <typeparam name="TFields">What a client writes on them.</typeparam>
/// <typeparam name="TView">How they are shown.</typeparam>
public abstract record MergeInto<TRecord, TFields, TView>(RecordId Id, Input<IntoFields> Input) : Act<TRecord, IntoFields, TView>(Id, Input)
    where TRecord : Record
    where TFields : class
    where TView : RecordView;

/// <param name="IntoId">The record that goes on; required.</param>
public sealed record IntoFields(long? IntoId = null);

internal sealed class IntoFieldsValidator : AbstractValidator<IntoFields>
{
    public IntoFieldsValidator() => RuleFor(merge => merge.IntoId).NotNull();
}

internal sealed class MergeIntoHandler<TRequest, TRecord, TFields, TView>(
    Editor<TRecord> editor,
    Merging<TRecord, TFields> merging,
    IMergedRows rows,
    IDatabase db
) : IRequestHandler<TRequest, TView>
    where TRequest : MergeInto<TRecord, TFields, TView>
    where TRecord : Record
    where TFields : class
    where TView : RecordView
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var intoId = request.Input.Fields.IntoId!.Value;
        await db.TakeTurn(cancellationToken);
        await rows.Lock<TRecord>([request.Id.Value, intoId], cancellationToken);
        var record = await editor.Open(request.Id, cancellationToken);
        if (intoId == record.Id)
            throw BadRequest.Invalid("into_id", "must be another record");

        var into = await db.Find<TRecord>(intoId, cancellationToken) ?? throw BadRequest.NoRecord("into_id");
        await merging.Merge(record, into, cancellationToken);
        await editor.Keep(into, cancellationToken);
        return await editor.Show<TView>(into, cancellationToken);
    }
}
