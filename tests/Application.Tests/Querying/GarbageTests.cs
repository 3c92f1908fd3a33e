using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using CsCheck;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class GarbageTests
{
    private static readonly Gadget[] Gadgets =
    [
        new() { Id = 1 },
        new()
        {
            Id = 2,
            Name = "ab",
            Score = 3,
            Verified = true,
            Trim = Color.Green,
        },
    ];

    // Pieces that mean something are put together so that they mostly mean nothing.
    private static readonly Gen<string> Piece = Gen.Frequency(
        (8, Gen.OneOf("name", "score", "active", "created_at", "color", "price", "id", "custom_fields", "label", "secret")),
        (8, Gen.OneOf("$or", "$and", "$in", "$nin", "$gt", "$like", "$ilike", "$ne", "$limit", "$skip", "$sort", "$select", "$total")),
        (
            4,
            Gen.OneOf(
                "0",
                "1",
                "-1",
                "00",
                "2147483648",
                "",
                "[",
                "]",
                "[]",
                "][",
                "\0",
                "%",
                "\\",
                "\ud800",
                "true",
                "1e5",
                "2026-03-01T12:00:00Z"
            )
        ),
        (2, Gen.String)
    );

    private static readonly Gen<string> Name = Gen.Select(
        Piece,
        Piece.Array[0, 6],
        Gen.Int[0, 9],
        (root, keys, broken) => broken == 0 ? root + string.Concat(keys) : root + string.Concat(keys.Select(key => $"[{key}]"))
    );

    private static readonly Gen<ListQuery> Query = Gen.Select(Name, Piece, (name, value) => new KeyValuePair<string, string>(name, value))
        .Array[0, 5]
        .Select(parameters => new ListQuery(parameters));

    [Fact]
    public void Garbage_is_either_understood_or_a_bad_request()
    {
        var (understood, refused) = (0, 0);
        Gen.Select(Query, Gen.Enum<QueryUse>())
            .Sample(
                (query, use) =>
                {
                    try
                    {
                        Run(query, use);
                        Interlocked.Increment(ref understood);
                    }
                    catch (BadRequest)
                    {
                        Interlocked.Increment(ref refused);
                    }
                },
                iter: 20_000
            );

        Assert.True(understood > 1_000 && refused > 10_000, $"{understood} understood, {refused} refused: too one-sided to show anything.");
    }

    private static void Run(ListQuery text, QueryUse use)
    {
        var query = QueryParser.Parse<Gadget, GadgetView>(text, new(), use);
        Assert.InRange(Gadgets.That(query.Where).Sorted(query.Sort).Count(), 0, 2);
    }
}
