namespace AchieveApex.Domain.Deals;

/// <summary>A step of a pipeline. What became of a deal follows from the type of its stage, never from the name.</summary>
public sealed class Stage : Record
{
    public const int Certain = 100;

    public long PipelineId { get; set; }

    /// <summary>Unique within the pipeline.</summary>
    public string Name
    {
        get;
        set => field = value.Trim();
    } = "";

    public int DisplayOrder { get; set; }
    public StageType Type { get; set; }

    /// <summary>How likely a deal in it is won, in percent: 100 where it is won, 0 where it is lost.</summary>
    public int Probability
    {
        get =>
            Type switch
            {
                StageType.Won => Certain,
                StageType.Lost => 0,
                _ => field,
            };
        set;
    }

    /// <summary>What a new organization's pipeline starts with.</summary>
    public static IReadOnlyList<Stage> Usual(long pipelineId) =>
        [
            Open(pipelineId, "Qualification", 1, 20),
            Open(pipelineId, "Proposal", 2, 50),
            Open(pipelineId, "Negotiation", 3, 80),
            Closing(pipelineId, "Won", 4, StageType.Won),
            Closing(pipelineId, "Lost", 5, StageType.Lost),
        ];

    private static Stage Open(long pipelineId, string name, int order, int probability) =>
        new()
        {
            PipelineId = pipelineId,
            Name = name,
            DisplayOrder = order,
            Probability = probability,
        };

    private static Stage Closing(long pipelineId, string name, int order, StageType type) =>
        new()
        {
            PipelineId = pipelineId,
            Name = name,
            DisplayOrder = order,
            Type = type,
        };
}

/// <summary>What a stage makes of the deals in it.</summary>
public enum StageType
{
    Open,
    Won,
    Lost,
}
