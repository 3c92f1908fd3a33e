using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AchieveApex.Application.Resources;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>A request that names something of another organization.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Place">Where in the request the foreign value stands.</param>
/// <param name="Values">The foreign value, and one that nobody has.</param>
/// <param name="Foreign">The request.</param>
/// <param name="Absent">The same request with the other value; null when the answers may differ for a good reason.</param>
internal sealed partial record ForeignProbe(
    ProbedOperation Operation,
    string Place,
    (string Foreign, string Absent) Values,
    Outgoing Foreign,
    Outgoing? Absent
)
{
    /// <summary>What is wrong with the answers; null when nothing is.</summary>
    /// <param name="answer">Sends a request.</param>
    /// <param name="own">The caller's organization.</param>
    /// <param name="marker">The text that stands in every foreign field.</param>
    public async Task<string?> Fault(Func<Outgoing, Task<Reply>> answer, long own, string marker)
    {
        var foreign = await answer(Foreign);
        if (Leaks(foreign, own, marker))
            return $"leaks\n{this}\n{foreign.Status} {foreign.Text}";
        if (Absent is null)
            return null;

        var absent = await answer(Absent);
        var (seen, expected) = (Told(foreign), Told(absent));
        return seen == expected
            ? null
            : $"differs in {Place} of {Operation}\n{this}\nis answered with {seen}\nbut {Absent}\nwith {expected}";
    }

    public override string ToString() => $"{Place}: {Foreign}";

    // A refusal repeats what was sent, and a write answers with it; a reading repeats it in Link alone.
    private bool Leaks(Reply reply, long own, string marker)
    {
        var text =
            reply.Text + string.Join('\n', reply.Message.Headers.Where(header => header.Key != "Link").SelectMany(header => header.Value));
        var sent = $"{Uri.UnescapeDataString(Foreign.Target)}{Foreign}";
        var repeats = sent.Contains(marker, StringComparison.Ordinal) && !(Operation.Reads && reply.Status < 400);
        return (!repeats && text.Contains(marker, StringComparison.Ordinal))
            || (reply.Status < 400 && Organizations(JsonNode.Parse(reply.Text)).Any(organization => organization != own));
    }

    // Without either value, whatever else in the request is equal to one of them.
    private string Told(Reply reply)
    {
        if (reply.Status < 400)
            return Operation.Reads ? $"{reply.Status} {LastUse().Replace(reply.Text, "")}" : $"{reply.Status}";

        var error = JsonNode.Parse(reply.Text)!.AsObject();
        error.Remove("instance"); // the request's own id
        var text = error.ToJsonString(WireFormat.Options);
        foreach (var value in (string[])[Values.Foreign, Values.Absent])
        {
            text = value.Length == 0 ? text : text.Replace($"'{value}'", "'…'", StringComparison.Ordinal);
            // A short number may be a part of anything.
            text = value.Length > 6 ? text.Replace(value, "…", StringComparison.Ordinal) : text;
        }

        return $"{reply.Status} {reply.Message.Content.Headers.ContentType} {text}";
    }

    private static IEnumerable<long> Organizations(JsonNode? node) =>
        node switch
        {
            JsonObject record => record.SelectMany(member =>
                member.Key == "organization_id" && member.Value is JsonValue value ? [value.GetValue<long>()] : Organizations(member.Value)
            ),
            JsonArray list => list.SelectMany(Organizations),
            _ => [],
        };

    // When a key was used is written some time later.
    [GeneratedRegex("\"last_used_(at|ip)\":(null|\"[^\"]*\")")]
    private static partial Regex LastUse();
}
