namespace AchieveApex.Application.Requests;

/// <summary>What is done to a resource.</summary>
[Flags]
public enum Access
{
    None = 0,
    View = 1,
    Create = 2,
    Update = 4,
    Delete = 8,
    All = View | Create | Update | Delete,
}
