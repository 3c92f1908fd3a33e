namespace AchieveApex.Application.Resources.Shapes;

/// <summary>A change to one record, answered with the record.</summary>
public abstract record Write<TRecord, TView> : ICommand<TView>, IReadsInput, IQueried
    where TRecord : Record
    where TView : class
{
    /// <summary>May hold <c>$select</c> and <c>dry_run</c>.</summary>
    public ListQuery Query { get; set; } = ListQuery.Empty;

    public virtual void Read(InputReader reader) => reader.CheckSelection<TRecord, TView>(Query);
}
