using System.Text.Json;

namespace AchieveApex.Support.OpenApi;

/// <summary>What a client of an older document could not go on with: what it sends would be refused, or what it reads would be gone.</summary>
public sealed class BreakingChanges(Description older, Description newer)
{
    private readonly SchemaChanges schemas = new(older, newer);

    public IReadOnlyList<string> Find() => [.. older.Operations.SelectMany(Of)];

    private IEnumerable<string> Of(DescribedOperation was)
    {
        var all = newer.Operations.Where(operation => operation.Path == was.Path).ToList();
        if (all.Count == 0)
            return [$"{was.Path}: the path is gone"];
        if (all.Find(operation => operation.Method == was.Method) is not { } now)
            return [$"{was}: the operation is gone"];

        return Unless(was.Id == now.Id, $"{was}: the operation id is another")
            .Concat(Unless(was.NeedsKey || !now.NeedsKey, $"{was}: a key is needed"))
            .Concat(Parameters(was, now))
            .Concat(Body(was, now))
            .Concat(was.Answers.Where(answer => answer.Status[0] is '2' or '3').SelectMany(answer => Answer(now, answer)));
    }

    private IEnumerable<string> Parameters(DescribedOperation was, DescribedOperation now)
    {
        var then = was.Parameters.ToDictionary(Key);
        var current = now.Parameters.ToDictionary(Key);
        foreach (var (key, parameter) in then)
            if (!current.TryGetValue(key, out var same))
                yield return $"{was}: the parameter {key} is gone";
            else
                foreach (
                    var change in Required(was, key, parameter, same)
                        .Concat(schemas.OfSent($"{was} {key}", Schema(parameter), Schema(same)))
                )
                    yield return change;

        foreach (var (key, parameter) in current)
            if (!then.ContainsKey(key) && IsRequired(parameter))
                yield return $"{was}: the new parameter {key} is required";
    }

    private static string[] Required(DescribedOperation operation, string key, JsonElement was, JsonElement now) =>
        Unless(IsRequired(was) || !IsRequired(now), $"{operation}: the parameter {key} is required now");

    private IEnumerable<string> Body(DescribedOperation was, DescribedOperation now)
    {
        if (was.BodySchema is null)
            return Unless(now.BodySchema is null, $"{was}: a body is needed");

        return Media(
            was,
            was.Element.GetProperty("requestBody"),
            now.Element.TryGetProperty("requestBody", out var body) ? body : default,
            schemas.OfSent
        );
    }

    private IEnumerable<string> Answer(DescribedOperation now, (string Status, JsonElement Answer) was)
    {
        var answer = now.Answers.FirstOrDefault(answer => answer.Status == was.Status);
        if (answer.Status is null)
            return [$"{now}: the answer {was.Status} is gone"];

        var gone = Names(was.Answer, "headers").Except(Names(answer.Answer, "headers"));
        return gone.Select(name => $"{now} {was.Status}: the header {name} is gone")
            .Concat(Media(now, was.Answer, answer.Answer, schemas.OfRead));
    }

    private static IEnumerable<string> Media(
        DescribedOperation operation,
        JsonElement was,
        JsonElement now,
        Func<string, JsonElement, JsonElement, IEnumerable<string>> changes
    )
    {
        foreach (var name in Names(was, "content"))
            if (!Names(now, "content").Contains(name))
                yield return $"{operation}: the media type {name} is gone";
            else
                foreach (
                    var change in changes(
                        $"{operation}",
                        Schema(was.GetProperty("content").GetProperty(name)),
                        Schema(now.GetProperty("content").GetProperty(name))
                    )
                )
                    yield return change;
    }

    private static List<string> Names(JsonElement part, string list) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(list, out var members)
            ? [.. members.EnumerateObject().Select(member => member.Name)]
            : [];

    private static string Key(JsonElement parameter) => $"{parameter.GetProperty("in")} {parameter.GetProperty("name")}";

    private static JsonElement Schema(JsonElement part) => part.GetProperty("schema");

    private static bool IsRequired(JsonElement parameter) =>
        parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    private static string[] Unless(bool isFine, string change) => isFine ? [] : [change];
}
