namespace AchieveApex.Application.Resources.Shapes;

/// <summary>
/// Does with a record what is to be done when its time has come, unless that has happened already. The program itself sends it
/// (docs/adr/0033).
/// </summary>
public abstract record WhenDue<TRecord>(long Id) : ICommand<Unit>
    where TRecord : Record
{
    /// <summary>Changes the record if its time has come.</summary>
    public abstract void Make(TRecord record, DateTimeOffset now);
}

internal sealed class WhenDueHandler<TRequest, TRecord>(IDatabase db, TimeProvider clock) : IRequestHandler<TRequest, Unit>
    where TRequest : WhenDue<TRecord>
    where TRecord : Record
{
    public async Task<Unit> Handle(TRequest request, CancellationToken cancellationToken)
    {
        if (await db.Find<TRecord>(request.Id, cancellationToken) is { } record)
            request.Make(record, clock.GetUtcNow());
        await db.Save(cancellationToken);
        return Unit.Value;
    }
}
