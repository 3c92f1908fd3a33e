using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

/// <summary>Asks four gadgets, or hears why not.</summary>
internal static class Asking
{
    private static readonly PagingOptions Paging = new() { DefaultLimit = 25, MaxLimit = 200 };
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gadget[] Gadgets =
    [
        new() { Id = 1, CreatedAt = Noon },
        new()
        {
            Id = 2,
            Name = "",
            Code = "b",
            Score = 0,
            Verified = false,
            CreatedAt = Noon.AddMilliseconds(1),
            Color = Color.DeepRed,
        },
        new()
        {
            Id = 3,
            Name = "Ann",
            Code = "A",
            Active = true,
            Verified = true,
            Score = 5,
            Count = 7,
            Size = 1L << 40,
            OwnerId = 8,
            Price = 12.5m,
            Discount = 1.5m,
            CreatedAt = Noon.AddDays(1),
            LastSeenAt = Noon,
            Color = Color.Green,
            Trim = Color.Green,
        },
        new()
        {
            Id = 4,
            Name = "ann_lee",
            Code = "a",
            Score = -2,
            CreatedAt = Noon.AddDays(2),
            LastSeenAt = Noon.AddDays(2),
            Trim = Color.Blue,
        },
    ];

    public static Query<Gadget> For(string query, QueryUse use = QueryUse.List) =>
        QueryParser.Parse<Gadget, GadgetView>(ListQuery.Parse(query), Paging, use);

    /// <summary>The ids that match, smallest first, for example <c>1,3</c>.</summary>
    public static string Ids(string query) => string.Join(',', Gadgets.That(For(query).Where).Select(gadget => gadget.Id));

    /// <summary>The ids in the order asked for.</summary>
    public static string Order(string query) => string.Join(',', Gadgets.Sorted(For(query).Sort).Select(gadget => gadget.Id));

    /// <summary>The message of the 400; a field's problem is given as <c>field: problem</c>.</summary>
    public static string Refusal(string query, QueryUse use = QueryUse.List)
    {
        var refusal = Assert.Throws<BadRequest>(() => For(query, use));
        return refusal.Errors is { } errors ? $"{errors.Single().Key}: {errors.Single().Value.Single()}" : refusal.Message;
    }
}
