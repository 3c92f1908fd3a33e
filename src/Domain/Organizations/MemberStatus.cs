namespace AchieveApex.Domain.Organizations;

/// <summary>Whether a member may act.</summary>
public enum MemberStatus
{
    Active,

    /// <summary>Kept with all that it owns; its keys are refused.</summary>
    Disabled,
}
