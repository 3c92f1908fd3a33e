using AchieveApex.Support.Querying;

namespace AchieveApex.Application.Tests.Querying;

// In the order of their names, which is the order of their stored text.
public enum Color
{
    Blue,
    DeepRed,
    Green,
}

/// <summary>An entity with every type of field, required and optional.</summary>
public sealed class Gadget
{
    public long Id { get; init; }
    public string? Name { get; set; }
    public string Code { get; set; } = "";
    public bool Active { get; set; }
    public bool? Verified { get; set; }
    public int Count { get; set; }
    public int? Score { get; set; }
    public long Size { get; set; }
    public long? OwnerId { get; set; }
    public decimal Price { get; set; }
    public decimal? Discount { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? LastSeenAt { get; set; }
    public Color Color { get; set; }
    public Color? Trim { get; set; }
    public string Secret { get; set; } = "";
    public string Label => $"{Code} {Name}";
    public Dictionary<string, string> CustomFields { get; set; } = [];

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly object[] Texts =
    [
        "",
        "a",
        "b",
        "A",
        "ab",
        "aB",
        "a%b",
        "a_b",
        @"a\b",
        "é",
        "É",
        "😀",
        "a😀b",
        "a b",
        "ab&c=d+e",
        "[ab]",
        "Zebra",
    ];
    private static readonly object[] Wholes = [-3L, 0L, 1L, 2L, 2147483647L];
    private static readonly object[] Decimals = [-0.5m, 0m, 0.0001m, 1.5m, 12m];
    private static readonly object[] Times = [Noon, Noon.AddMilliseconds(1), Noon.AddDays(-400), Noon.AddYears(20)];
    private static readonly object[] Colors = ["blue", "deep_red", "green"];

    public static IReadOnlyList<ModelField> Fields { get; } =
    [
        new("id", ValueKind.Whole, false, [1L, 2L, 5L, 9L, 99L]),
        new("name", ValueKind.Text, true, Texts),
        new("code", ValueKind.Text, false, Texts),
        new("active", ValueKind.Flag, false, [true, false]),
        new("verified", ValueKind.Flag, true, [true, false]),
        new("count", ValueKind.Whole, false, Wholes),
        new("score", ValueKind.Whole, true, Wholes),
        new("size", ValueKind.Whole, false, [.. Wholes, 1L << 52]),
        new("owner_id", ValueKind.Whole, true, [.. Wholes, 1L << 52]),
        new("price", ValueKind.Number, false, Decimals),
        new("discount", ValueKind.Number, true, Decimals),
        new("created_at", ValueKind.Time, false, Times),
        new("last_seen_at", ValueKind.Time, true, Times),
        new("color", ValueKind.Choice, false, Colors),
        new("trim", ValueKind.Choice, true, Colors),
    ];

    public static Gadget Of(IReadOnlyDictionary<string, object?> record) =>
        new()
        {
            Id = (long)record["id"]!,
            Name = (string?)record["name"],
            Code = (string)record["code"]!,
            Active = (bool)record["active"]!,
            Verified = (bool?)record["verified"],
            Count = (int)(long)record["count"]!,
            Score = (int?)(long?)record["score"],
            Size = (long)record["size"]!,
            OwnerId = (long?)record["owner_id"],
            Price = (decimal)record["price"]!,
            Discount = (decimal?)record["discount"],
            CreatedAt = (DateTimeOffset)record["created_at"]!,
            LastSeenAt = (DateTimeOffset?)record["last_seen_at"],
            Color = ColorOf(record["color"])!.Value,
            Trim = ColorOf(record["trim"]),
        };

    private static Color? ColorOf(object? name) =>
        name switch
        {
            "blue" => Color.Blue,
            "deep_red" => Color.DeepRed,
            "green" => Color.Green,
            _ => null,
        };
}

/// <summary>What a client reads of a <see cref="Gadget"/>: not its secret, and more than its columns.</summary>
public sealed record GadgetView(
    long Id,
    string? Name,
    string Code,
    bool Active,
    bool? Verified,
    int Count,
    int? Score,
    long Size,
    long? OwnerId,
    decimal Price,
    decimal? Discount,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSeenAt,
    Color Color,
    Color? Trim,
    string Label,
    int Age,
    Dictionary<string, string> CustomFields
);
