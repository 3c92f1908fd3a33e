using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Resources;

/// <summary>Finding a record that has to be there.</summary>
public static class RequireExtensions
{
    /// <summary>The record, to be changed.</summary>
    /// <exception cref="NotFound">Absent, or not the organization's.</exception>
    public static async Task<T> Require<T>(this IDatabase db, RecordId id, CancellationToken cancellationToken)
        where T : Record => await db.Find<T>(id.Value, cancellationToken) ?? throw NotFound.Record(id.Text);
}
