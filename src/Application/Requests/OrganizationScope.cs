namespace AchieveApex.Application.Requests;

/// <summary>The organization in which the current unit of work runs. Data is not reached before it is entered.</summary>
public sealed class OrganizationScope
{
    private Caller? caller;

    /// <summary>Whether a caller is known.</summary>
    public bool IsEntered => caller is not null;

    /// <summary>On whose behalf the work is done.</summary>
    /// <exception cref="InvalidOperationException">Nobody has entered.</exception>
    public Caller Caller =>
        caller ?? throw new InvalidOperationException("No organization was entered: data is read and written in the name of one only.");

    /// <summary>Enters, once.</summary>
    public void Enter(Caller entering) =>
        caller = caller is null ? entering : throw new InvalidOperationException("An organization was entered already.");
}
