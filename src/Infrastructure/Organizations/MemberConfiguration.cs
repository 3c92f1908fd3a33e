using AchieveApex.Domain.Organizations;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Organizations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members").HasAlternateKey(m => new { m.OrganizationId, m.UserId });
        member
            .HasOne(m => m.User)
            .WithMany()
            .HasForeignKey(m => m.UserId)
            .OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("fk_members_users_user_id"); // users get their table's name after this
        member.Refers<Member, Role>(nameof(Member.RoleId), nameof(Member.Role));
    }
}
