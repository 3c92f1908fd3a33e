namespace AchieveApex.Application.Gadgets;

[Breaks("Every_port_has_an_adapter")]
public interface IUnservedPort
{
    void Serve();
}
