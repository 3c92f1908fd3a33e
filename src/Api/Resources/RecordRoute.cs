namespace AchieveApex.Api.Resources;

/// <summary>Marks an address that a resource has beside its own and a record's.</summary>
/// <param name="Key">The field that names one record in the address; null when the address is a query's, and means every match.</param>
internal sealed record RecordRoute(string? Key)
{
    public bool IsBulk => Key is null;
}
