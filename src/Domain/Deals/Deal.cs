namespace AchieveApex.Domain.Deals;

/// <summary>Something that the organization hopes to sell. What becomes of it follows from the stage that it is in.</summary>
public sealed class Deal : Record
{
    /// <summary>A deal that is closed is opened again before it is closed in another way.</summary>
    public static Transitions<StageType> Transitions { get; } =
        new(
            new Dictionary<StageType, StageType[]>
            {
                [StageType.Open] = [StageType.Won, StageType.Lost],
                [StageType.Won] = [StageType.Open],
                [StageType.Lost] = [StageType.Open],
            }
        );

    private const decimal Percent = 100;

    public string Name
    {
        get;
        set => field = value.Trim();
    } = "";

    /// <summary>In <see cref="Currency"/>, with at most 4 decimal places.</summary>
    public decimal? Amount { get; set; }

    /// <summary>A code of ISO 4217.</summary>
    public string? Currency { get; set; }

    /// <summary>How likely it is won, in percent: what its stage says, until somebody knows better.</summary>
    public int? Probability
    {
        get =>
            Status switch
            {
                StageType.Won => Stage.Certain,
                StageType.Lost => 0,
                _ => field,
            };
        set;
    }

    /// <summary>What it is worth today: the amount times the probability, to 4 decimal places.</summary>
    public decimal? WeightedAmount
    {
        get => decimal.Round(Amount * Probability / Percent ?? 0, 4) is var weighted && Amount is null ? null : weighted;
        private set => _ = value;
    }

    public long PipelineId { get; set; }
    public long StageId { get; set; }

    /// <summary>The type of its stage.</summary>
    public StageType Status { get; private set; }

    /// <summary>When it came into its stage.</summary>
    public DateTimeOffset StageChangedAt { get; private set; }

    /// <summary>When it was won or lost; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was lost; of every lost deal, and of no other.</summary>
    public string? LostReason { get; set; }
    public DateOnly? ExpectedCloseDate { get; set; }
    public DealType? Type { get; set; }
    public DealPriority? Priority { get; set; }
    public string? NextStep { get; set; }
    public string? Description { get; set; }
    public long? CompanyId { get; set; }

    /// <summary>The contact that it is mainly about.</summary>
    public long? ContactId { get; set; }
    public long? OwnerId { get; set; }

    /// <summary>Comes into a stage.</summary>
    /// <exception cref="DomainException">It is closed, and the stage closes it in another way.</exception>
    public void Enter(Stage stage, DateTimeOffset now)
    {
        Happened = "moved";
        if (Status != stage.Type)
        {
            Happened = stage.Type switch
            {
                StageType.Won => "won",
                StageType.Lost => "lost",
                _ => "reopened",
            };
            Transitions.Check(Status, stage.Type);
            ClosedAt = stage.Type == StageType.Open ? null : now;
            if (Status == StageType.Lost)
                LostReason = null;
        }

        (PipelineId, StageId, Status, StageChangedAt) = (stage.PipelineId, stage.Id, stage.Type, now);
    }
}

/// <summary>What a deal is to the customer.</summary>
public enum DealType
{
    NewBusiness,
    ExistingBusiness,
    Renewal,
}

/// <summary>How much it matters.</summary>
public enum DealPriority
{
    Low,
    Medium,
    High,
}
