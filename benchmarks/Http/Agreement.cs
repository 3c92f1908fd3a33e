using System.Text;
using System.Text.Json.Nodes;

namespace AchieveApex.Http;

/// <summary>A race counts only between two who run the same way: both programs have to give the same answers first.</summary>
internal static class Agreement
{
    private const int Samples = 50;
    private const long Apart = 1L << 40;
    private static readonly string[] TheirOwn = ["id", "version", "created_at", "updated_at", "email"];

    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static async Task Check(Stage stage)
    {
        using var real = await Connection.Open(stage.Real.Port);
        using var bare = await Connection.Open(stage.Bare.Port);
        for (var number = 0; number < Samples; number++)
        {
            foreach (var work in Work.Reads)
                Compare(work, await Answer(real, work, stage.Real, stage, number), await Answer(bare, work, stage.Bare, stage, number));
            foreach (var work in Work.Writes)
                Compare(
                    work,
                    Common(await Answer(real, work, stage.Real, stage, Apart + number)),
                    Common(await Answer(bare, work, stage.Bare, stage, Apart + number))
                );
        }
    }

    private static async Task<string> Answer(Connection connection, Work work, Contestant contestant, Stage stage, long number) =>
        Encoding.UTF8.GetString((await connection.Exchange(work.Text(new(contestant, stage.Contacts, number)))).Span);

    private static void Compare(Work work, string real, string bare)
    {
        if (real != bare)
            throw new InvalidOperationException($"The answers of '{work.Name}' differ:\n{real}\n{bare}");
    }

    private static string Common(string answer)
    {
        var record = JsonNode.Parse(answer)!.AsObject();
        foreach (var name in TheirOwn)
            record.Remove(name);

        return record.ToJsonString();
    }
}
