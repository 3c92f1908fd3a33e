using AchieveApex.Domain.Activities;
using AchieveApex.Domain.ApiKeys;
using AchieveApex.Domain.Contacts;
using AchieveApex.Domain.Conversations;
using AchieveApex.Domain.Deals;
using AchieveApex.Domain.Organizations;
using AchieveApex.Domain.Resources;
using AchieveApex.Domain.SupportTickets;
using AchieveApex.Domain.Tags;

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

        ToMember<ActivityTask>(model, nameof(ActivityTask.AssigneeId));
        ToMember<ApiKey>(model, nameof(ApiKey.UserId));
        ToMember<Company>(model, nameof(Company.OwnerId));
        ToMember<Contact>(model, nameof(Contact.OwnerId));
        ToMember<Conversation>(model, nameof(Conversation.AssigneeId));
        ToMember<Deal>(model, nameof(Deal.OwnerId));
        ToMember<SupportTicket>(model, nameof(SupportTicket.AssigneeId));
        model.Entity<Conversation>().Refers<Conversation, Company>(nameof(Conversation.CompanyId));
        model.Entity<Conversation>().Refers<Conversation, Contact>(nameof(Conversation.ContactId));
        model.Entity<Deal>().Refers<Deal, Company>(nameof(Deal.CompanyId));
        model.Entity<Deal>().Refers<Deal, Contact>(nameof(Deal.ContactId));
        model.Entity<DealContact>().Refers<DealContact, Contact>(nameof(DealContact.ContactId));
        model.Entity<SupportTicket>().Refers<SupportTicket, Contact>(nameof(SupportTicket.RequesterId));
        model.Entity<SupportTicket>().Refers<SupportTicket, Company>(nameof(SupportTicket.CompanyId));
        IsAbout<ActivityTask>(model, DeleteBehavior.Restrict);
        IsAbout<Note>(model, DeleteBehavior.Restrict);
        IsAbout<Tagging>(model, DeleteBehavior.Cascade); // which says nothing without the other
    }

    // Each kind of record that others can be about is a line here, and in the record, the fields and the view of what is related.
    private static void IsAbout<T>(ModelBuilder model, DeleteBehavior onDelete)
        where T : RelatedRecord
    {
        var record = model.Entity<T>();
        record.Refers<T, Contact>(nameof(RelatedRecord.ContactId), onDelete);
        record.Refers<T, Company>(nameof(RelatedRecord.CompanyId), onDelete);
        record.Refers<T, Deal>(nameof(RelatedRecord.DealId), onDelete);
        record.Refers<T, Conversation>(nameof(RelatedRecord.ConversationId), onDelete);
        record.Refers<T, SupportTicket>(nameof(RelatedRecord.SupportTicketId), onDelete);
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
