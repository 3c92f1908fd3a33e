namespace AchieveApex.Application.Resources;

/// <summary>A request with a body. It is read and validated after the permission check and before the handler.</summary>
public interface IReadsInput
{
    void Read(InputReader reader);
}
