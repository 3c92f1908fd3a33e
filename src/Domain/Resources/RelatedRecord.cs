using System.Reflection;

namespace AchieveApex.Domain.Resources;

/// <summary>A record that is about others, of whatever kind: it holds the id of each, in the property of its kind.</summary>
public abstract class RelatedRecord : Record
{
    /// <summary>The properties that name what it is about.</summary>
    public static IReadOnlyList<string> References { get; } =
    [
        .. typeof(RelatedRecord)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => property.Name),
    ];

    public long? ContactId { get; set; }
    public long? CompanyId { get; set; }
    public long? DealId { get; set; }
    public long? ConversationId { get; set; }
    public long? SupportTicketId { get; set; }
}
