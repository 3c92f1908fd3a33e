using AchieveApex.Domain.Deals;
using AchieveApex.Domain.Resources;
using Xunit;

namespace AchieveApex.Domain.Tests.Deals;

public sealed class DealTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(StageType.Open, StageType.Open, null)]
    [InlineData(StageType.Open, StageType.Won, null)]
    [InlineData(StageType.Open, StageType.Lost, null)]
    [InlineData(StageType.Won, StageType.Open, null)]
    [InlineData(StageType.Won, StageType.Won, null)]
    [InlineData(StageType.Won, StageType.Lost, "cannot become lost: won can only become open")]
    [InlineData(StageType.Lost, StageType.Open, null)]
    [InlineData(StageType.Lost, StageType.Won, "cannot become won: lost can only become open")]
    [InlineData(StageType.Lost, StageType.Lost, null)]
    public void A_deal_goes_from_stage_to_stage_by_their_types(StageType from, StageType to, string? problem)
    {
        var deal = new Deal();
        deal.Enter(new() { Type = from }, Now);
        deal.LostReason = from == StageType.Lost ? "too dear" : null;
        var refused = Xunit.Record.Exception(() => deal.Enter(new() { Type = to, PipelineId = 7 }, Now.AddDays(1))) as DomainException;

        Assert.Equal(problem, refused?.Message);
        Assert.Equal(problem is null ? (to, 7) : (from, 0), (deal.Status, deal.PipelineId));
        Assert.Equal(
            deal.Status == StageType.Open ? null
                : from == deal.Status ? Now
                : Now.AddDays(1),
            deal.ClosedAt
        );
        Assert.Equal(from == StageType.Lost && deal.Status == StageType.Lost ? "too dear" : null, deal.LostReason);
    }

    [Theory]
    [InlineData(StageType.Open, "100.01", 33, "33.0033")]
    [InlineData(StageType.Open, "0.0001", 50, "0")]
    [InlineData(StageType.Open, null, 50, null)]
    [InlineData(StageType.Won, "100.01", 33, "100.01")]
    [InlineData(StageType.Lost, "100.01", 33, "0")]
    public void A_deal_weighs_what_its_chance_makes_of_its_amount(StageType status, string? amount, int probability, string? weight)
    {
        var deal = new Deal { Amount = Number(amount), Probability = probability };
        deal.Enter(new() { Type = status }, Now);
        Assert.Equal(Number(weight), deal.WeightedAmount);
    }

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
