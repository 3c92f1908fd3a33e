namespace AchieveApex.Application.Errors;

/// <summary>Tells failures of what the program stands on from faults of the program.</summary>
public interface IOutages
{
    /// <summary>Whether a database that is down, busy or does not answer is to blame, so that the same request may succeed later.</summary>
    bool Caused(Exception error);
}
