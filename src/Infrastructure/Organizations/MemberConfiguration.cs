using AchieveApex.Domain.Organizations;

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
        member
            .HasOne(m => m.Role)
            .WithMany()
            .HasForeignKey(m => new { m.OrganizationId, m.RoleId })
            .HasPrincipalKey(r => new { r.OrganizationId, r.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
