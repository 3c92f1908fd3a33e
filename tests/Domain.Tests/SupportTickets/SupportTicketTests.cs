using AchieveApex.Domain.Resources;
using AchieveApex.Domain.SupportTickets;
using Xunit;

namespace AchieveApex.Domain.Tests.SupportTickets;

public sealed class SupportTicketTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(TicketStatus.New, "= + + + + -")]
    [InlineData(TicketStatus.Open, "- = + + + -")]
    [InlineData(TicketStatus.Pending, "- + = + + -")]
    [InlineData(TicketStatus.Hold, "- + + = + -")]
    [InlineData(TicketStatus.Solved, "- + + + = +")]
    [InlineData(TicketStatus.Closed, "- - - - - =")]
    public void A_status_follows_another_as_the_table_says(TicketStatus from, string cells)
    {
        foreach (var (to, cell) in Enum.GetValues<TicketStatus>().Zip(cells.Split(' ')))
        {
            var ticket = TicketThatIs(from);
            var refused = Xunit.Record.Exception(() => ticket.Status = to) as DomainException;
            Assert.Equal((cell == "-", cell == "-" ? from : to), (refused is not null, ticket.Status));
            Assert.Equal(cell == "-" ? "Status" : null, refused?.Field);
            Assert.Equal(from == TicketStatus.Solved && cell == "+" && to != TicketStatus.Closed ? 1 : 0, ticket.ReopenedCount);
        }
    }

    [Theory]
    [InlineData(TicketStatus.New, TicketStatus.Pending, null)]
    [InlineData(TicketStatus.Open, TicketStatus.Hold, "assigned")]
    [InlineData(TicketStatus.Hold, TicketStatus.Solved, "solved")]
    [InlineData(TicketStatus.Solved, TicketStatus.Open, "reopened")]
    [InlineData(TicketStatus.Solved, TicketStatus.Pending, "reopened")]
    [InlineData(TicketStatus.Solved, TicketStatus.Hold, "reopened")]
    [InlineData(TicketStatus.Solved, TicketStatus.Closed, "closed")]
    public void A_change_of_status_that_matters_has_a_name(TicketStatus from, TicketStatus to, string? name)
    {
        var ticket = TicketThatIs(from);
        ticket.Status = to;
        Assert.Equal(name, ticket.Happened);
    }

    [Theory]
    [InlineData(TicketStatus.New, false, false)]
    [InlineData(TicketStatus.Open, false, false)]
    [InlineData(TicketStatus.Pending, false, false)]
    [InlineData(TicketStatus.Hold, false, false)]
    [InlineData(TicketStatus.Solved, true, false)]
    [InlineData(TicketStatus.Closed, true, true)]
    public void A_ticket_knows_since_when_it_is_solved_and_closed(TicketStatus status, bool isSolved, bool isClosed)
    {
        var ticket = TicketThatIs(status);
        ticket.Settle(Now.AddDays(1));
        Assert.Equal((isSolved ? Now : null, isClosed ? Now : (DateTimeOffset?)null), (ticket.SolvedAt, ticket.ClosedAt));
    }

    [Fact]
    public void A_ticket_that_is_opened_again_is_not_solved()
    {
        var ticket = TicketThatIs(TicketStatus.Solved);
        ticket.Hear(new() { FromRequester = true }, Now);
        Assert.Equal((TicketStatus.Open, null, 1), (ticket.Status, ticket.SolvedAt, ticket.ReopenedCount));
    }

    [Fact]
    public void The_first_response_is_the_first_public_comment_of_somebody_else()
    {
        var ticket = TicketThatIs(TicketStatus.New);
        ticket.Hear(new() { FromRequester = true }, Now);
        ticket.Hear(new() { Public = false }, Now.AddHours(1));
        Assert.Equal((null, TicketStatus.New), (ticket.FirstRespondedAt, ticket.Status));
        ticket.Hear(new(), Now.AddHours(2));
        ticket.Hear(new(), Now.AddHours(3));
        Assert.Equal((Now.AddHours(2), TicketStatus.Open, 4), (ticket.FirstRespondedAt, ticket.Status, ticket.CommentCount));
    }

    [Fact]
    public void Nobodys_ticket_is_not_solved()
    {
        var refused = Assert.Throws<DomainException>(() => new SupportTicket { Status = TicketStatus.Solved }.Settle(Now));
        Assert.Equal("AssigneeId", refused.Field);
    }

    private static SupportTicket TicketThatIs(TicketStatus status)
    {
        var ticket = new SupportTicket();
        foreach (var step in status == TicketStatus.Closed ? [TicketStatus.Solved, TicketStatus.Closed] : (TicketStatus[])[status])
        {
            ticket.Status = step;
            ticket.AssigneeId = step == TicketStatus.New ? null : 7;
            ticket.Settle(Now);
        }

        return ticket;
    }
}
