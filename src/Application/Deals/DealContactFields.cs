using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Deals;

/// <summary>What a client may write on a contact of a deal.</summary>
/// <param name="DealId">The deal; required.</param>
/// <param name="ContactId">The contact; required, and unique within the deal.</param>
/// <param name="Role">The part that the contact has in it.</param>
public sealed record DealContactFields(long? DealId = null, long? ContactId = null, DealRole Role = DealRole.Other) : RecordFields;

internal sealed class DealContactFieldsValidator : RecordFieldsValidator<DealContactFields>
{
    public DealContactFieldsValidator()
    {
        RuleFor(contact => contact.DealId).NotNull();
        RuleFor(contact => contact.ContactId).NotNull();
    }
}

/// <summary>A contact of a deal as it is read.</summary>
public sealed record DealContactView : RecordView
{
    public long DealId { get; init; }
    public long ContactId { get; init; }
    public DealRole Role { get; init; }
}

internal sealed record DealContactResource() : Resource<DealContact>("deal-contacts");
