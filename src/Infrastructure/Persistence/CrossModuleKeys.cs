using AchieveApex.Domain.ApiKeys;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Conversations;
using AchieveApex.Domain.Deals;
using AchieveApex.Domain.Organizations;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>
/// Every foreign key between two modules, in one place. Those between records are composite, so that the database itself refuses a
/// reference from one organization into another.
/// </summary>
internal static class CrossModuleKeys
{
    public static void Map(ModelBuilder model)
    {
        foreach (var type in RecordModel.Types)
            ToOrganization(model, type);

        ToMember<ApiKey>(model, nameof(ApiKey.UserId));
        ToMember<Company>(model, nameof(Company.OwnerId));
        ToMember<Contact>(model, nameof(Contact.OwnerId));
        ToMember<Conversation>(model, nameof(Conversation.AssigneeId));
        ToMember<Deal>(model, nameof(Deal.OwnerId));
        model.Entity<Conversation>().Refers<Conversation, Company>(nameof(Conversation.CompanyId));
        model.Entity<Conversation>().Refers<Conversation, Contact>(nameof(Conversation.ContactId));
        model.Entity<Deal>().Refers<Deal, Company>(nameof(Deal.CompanyId));
        model.Entity<Deal>().Refers<Deal, Contact>(nameof(Deal.ContactId));
        model.Entity<DealContact>().Refers<DealContact, Contact>(nameof(DealContact.ContactId));
    }

    private static void ToOrganization(ModelBuilder model, Type record) =>
        model
            .Entity(record)
            .HasOne(typeof(Organization))
            .WithMany()
            .HasForeignKey(nameof(Record.OrganizationId))
            .OnDelete(DeleteBehavior.Restrict);

    private static void ToMember<T>(ModelBuilder model, string userId)
        where T : Record =>
        model
            .Entity<T>()
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(nameof(Record.OrganizationId), userId)
            .HasPrincipalKey(member => new { member.OrganizationId, member.UserId })
            .OnDelete(DeleteBehavior.Restrict);
}
