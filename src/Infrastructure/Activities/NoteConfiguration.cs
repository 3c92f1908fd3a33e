using AchieveApex.Domain.Activities;

namespace AchieveApex.Infrastructure.Activities;

internal sealed class NoteConfiguration : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note) => note.ToTable("notes");
}
