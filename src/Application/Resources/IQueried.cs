namespace AchieveApex.Application.Resources;

/// <summary>A request that is narrowed or shaped by the query it came with. The controllers' base sets it, so that none can forget to.</summary>
public interface IQueried
{
    ListQuery Query { get; set; }
}
