using AchieveApex.Domain.Activities;
using AchieveApex.Domain.Resources;
using Xunit;

namespace AchieveApex.Domain.Tests.Activities;

public sealed class ActivityTaskTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    // A column for each state, in their order: stays as it is, becomes that, or does not.
    [Theory]
    [InlineData(TaskState.NotStarted, "=+++++")]
    [InlineData(TaskState.InProgress, "+=++++")]
    [InlineData(TaskState.Waiting, "++=+++")]
    [InlineData(TaskState.Completed, "++-=--")]
    [InlineData(TaskState.Deferred, "++++=+")]
    [InlineData(TaskState.Canceled, "++---=")]
    public void A_task_becomes_what_its_state_allows_and_knows_when_it_was_done(TaskState from, string row)
    {
        foreach (var (to, cell) in Enum.GetValues<TaskState>().Zip(row))
        {
            var task = new ActivityTask { Status = from };
            task.Enter(null, Now);
            task.Status = to;
            var refused = Xunit.Record.Exception(() => task.Enter(from, Now.AddDays(1))) as DomainException;

            Assert.Equal(cell == '-' ? nameof(ActivityTask.Status) : null, refused?.Field);
            var done = from == TaskState.Completed && cell != '+' ? Now : Now.AddDays(1);
            Assert.Equal((cell == '-' ? from : to) == TaskState.Completed ? done : null, task.CompletedAt);
        }
    }

    [Fact]
    public void The_refusal_names_what_can_be()
    {
        var task = new ActivityTask { Status = TaskState.Waiting };
        var refused = Assert.Throws<DomainException>(() => task.Enter(TaskState.Completed, Now));
        Assert.Equal("cannot become waiting: completed can only become not_started, in_progress", refused.Message);
    }
}
