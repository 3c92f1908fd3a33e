namespace AchieveApex.Application.Deals;

[Breaks("Every_port_has_an_adapter")]
public interface IUnservedPort
{
    void Serve();
}
