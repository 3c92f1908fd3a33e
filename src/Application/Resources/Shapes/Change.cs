namespace AchieveApex.Application.Resources.Shapes;

/// <summary>A change to a record that is there, which can be made to all matches of a query as well.</summary>
public abstract record Change<TRecord, TView>(RecordId Id) : Write<TRecord, TView>, IChanges<TView>
    where TRecord : Record
    where TView : RecordView
{
    public IRequest<IReadOnlyList<TView>> OnMatches() => new ChangeMany<TRecord, TView>(this);
}

/// <summary>A request that changes one record, and can change many.</summary>
public interface IChanges<TView>
{
    /// <summary>The request that changes every match of a query.</summary>
    IRequest<IReadOnlyList<TView>> OnMatches();
}
