namespace AchieveApex.Domain.SupportTickets;

/// <summary>What a contact asks for help with. A closed one is never changed: what comes after it is another ticket.</summary>
public sealed class SupportTicket : Record
{
    /// <summary>What was taken up is never new again, and what is closed never anything else.</summary>
    public static Transitions<TicketStatus> Transitions { get; } =
        new(
            new Dictionary<TicketStatus, TicketStatus[]>
            {
                [TicketStatus.New] = [TicketStatus.Open, TicketStatus.Pending, TicketStatus.Hold, TicketStatus.Solved],
                [TicketStatus.Open] = [TicketStatus.Pending, TicketStatus.Hold, TicketStatus.Solved],
                [TicketStatus.Pending] = [TicketStatus.Open, TicketStatus.Hold, TicketStatus.Solved],
                [TicketStatus.Hold] = [TicketStatus.Open, TicketStatus.Pending, TicketStatus.Solved],
                [TicketStatus.Solved] = [TicketStatus.Open, TicketStatus.Pending, TicketStatus.Hold, TicketStatus.Closed],
            }
        );

    /// <summary>1, 2, 3 … within the organization, without gaps.</summary>
    public long Number { get; set; }

    public string Subject
    {
        get;
        set => field = value.Trim();
    } = "";

    public string? Description { get; set; }

    /// <exception cref="DomainException">It cannot follow the present one.</exception>
    public TicketStatus Status
    {
        get;
        set
        {
            if (value == field)
                return;

            if (value != TicketStatus.Closed || MergedIntoId is null)
                Transitions.Check(field, value);
            var isReopened = field == TicketStatus.Solved && value != TicketStatus.Closed;
            if (isReopened)
                ReopenedCount++;
            Happened = value switch
            {
                TicketStatus.Solved => "solved",
                TicketStatus.Closed => MergedIntoId is null ? "closed" : "merged",
                _ => isReopened ? "reopened" : Happened,
            };
            field = value;
        }
    }

    public TicketPriority Priority { get; set; } = TicketPriority.Normal;
    public TicketType? Type { get; set; }

    /// <summary>The contact that needs help.</summary>
    public long RequesterId { get; set; }
    public long? AssigneeId
    {
        get;
        set
        {
            if (value != field)
                Happened ??= value is null ? "unassigned" : "assigned";
            field = value;
        }
    }

    public long? CompanyId { get; set; }

    /// <summary>Of an incident: the ticket about what causes it.</summary>
    public long? ProblemId { get; set; }

    /// <summary>Of a task.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public TicketChannel? Channel { get; set; }

    /// <summary>The closed ticket that it goes on from.</summary>
    public long? FollowupSourceId { get; private set; }

    /// <summary>The ticket that goes on in its place.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>How many comments it has. It counts each, so that no two who add one at once go unnoticed.</summary>
    public int CommentCount { get; private set; }

    /// <summary>When the first public comment was written that is not the requester's.</summary>
    public DateTimeOffset? FirstRespondedAt { get; private set; }

    /// <summary>When it was solved; null while it is not.</summary>
    public DateTimeOffset? SolvedAt { get; private set; }

    /// <summary>When it is closed by itself; null unless it is solved.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How often it was not solved after all.</summary>
    public int ReopenedCount { get; private set; }

    /// <exception cref="DomainException">It is closed, and so stays as it is.</exception>
    public void CheckChange()
    {
        if (Status == TicketStatus.Closed)
            throw new DomainException("is closed: a closed ticket is not changed, but can be followed up", nameof(Status));
    }

    /// <summary>Draws the conclusions from what was changed.</summary>
    /// <exception cref="DomainException">It is solved, and nobody's.</exception>
    public void Settle(DateTimeOffset now)
    {
        if (Status == TicketStatus.New && AssigneeId is not null)
            Status = TicketStatus.Open;
        if (Status == TicketStatus.Solved && AssigneeId is null)
            throw new DomainException("is required of a solved ticket", nameof(AssigneeId));

        SolvedAt = Status switch
        {
            TicketStatus.Solved => SolvedAt ?? now,
            TicketStatus.Closed => SolvedAt,
            _ => null,
        };
        ClosesAt = Status == TicketStatus.Solved ? ClosesAt : null;
        ClosedAt = Status == TicketStatus.Closed ? ClosedAt ?? now : null;
    }

    /// <summary>Gives those who were helped some time to say that they were not.</summary>
    public void CloseAfter(TimeSpan grace)
    {
        if (Status == TicketStatus.Solved)
            ClosesAt ??= SolvedAt + grace;
    }

    /// <summary>Closes it if it is solved and its time has come.</summary>
    public void CloseIfDue(DateTimeOffset now)
    {
        if (Status != TicketStatus.Solved || !(ClosesAt <= now))
            return;

        Status = TicketStatus.Closed;
        Settle(now);
    }

    /// <summary>Takes note of a comment that is added.</summary>
    public void Hear(TicketComment comment, DateTimeOffset now)
    {
        CommentCount++;
        if (comment.FromRequester && Status is TicketStatus.Pending or TicketStatus.Solved)
            Status = TicketStatus.Open;
        if (comment is { FromRequester: false, Public: true })
        {
            FirstRespondedAt ??= now;
            if (Status == TicketStatus.New)
                Status = TicketStatus.Open;
        }

        Settle(now);
    }

    /// <summary>Closes it, whatever its status, and lets another ticket go on in its place, with its comments.</summary>
    /// <returns>The note that tells of it there.</returns>
    /// <exception cref="DomainException">It is closed.</exception>
    public TicketComment MergeInto(SupportTicket other, IReadOnlyCollection<TicketComment> comments)
    {
        CheckChange();
        foreach (var comment in comments)
            comment.TicketId = other.Id;
        other.CommentCount += comments.Count + 1;
        (MergedIntoId, CommentCount) = (other.Id, 0);
        Status = TicketStatus.Closed;
        return TicketComment.Note(other.Id, $"Ticket {Number} was merged into this one: {Subject}\n\n{Description}".TrimEnd());
    }

    /// <summary>A ticket that goes on from this one.</summary>
    /// <exception cref="DomainException">It is not closed, so it can go on itself.</exception>
    public SupportTicket FollowUp() =>
        Status == TicketStatus.Closed
            ? new()
            {
                Subject = Subject,
                RequesterId = RequesterId,
                CompanyId = CompanyId,
                FollowupSourceId = Id,
                CustomFields = CustomFields,
            }
            : throw new DomainException("must be closed to be followed up", nameof(Status));
}
