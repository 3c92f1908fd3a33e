using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>Whether an answer has the form that the contract and the document give it.</summary>
internal static class Answer
{
    private static readonly string[] Documented = ["name", "message", "code", "className"];
    private static readonly string[] Problem = ["type", "title", "status", "detail", "instance", "name", "code", "className"];
    private static readonly string[] Optional = ["data", "errors"];
    private static readonly string[] Inner = ["AchieveApex.", "System.", "Npgsql", "SQLite", "SELECT ", "INSERT ", "   at "];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Fault(DocumentedOperation operation, Reply reply)
    {
        var mediaType = reply.Message.Content.Headers.ContentType?.MediaType;
        if (reply.Status >= 500)
            return "a fault of the server";
        if (operation.MediaTypes(reply.Status) is not { } declared)
            return $"the document has no {reply.Status}";
        if (reply.Text.Length > 0 ? !declared.Contains(mediaType) : reply.Status is not 304)
            return $"the document has no {reply.Status} of {mediaType}, {reply.Text.Length} characters long";

        return reply.Status >= 400 ? ErrorFault(reply, mediaType!) : null;
    }

    private static string? ErrorFault(Reply reply, string mediaType)
    {
        if (!TryParse(reply.Text, out var body))
            return "the error is not JSON";

        var isProblem = mediaType == "application/problem+json";
        var fixedNames = isProblem ? Problem : Documented.Where(name => name != "className" || reply.Status != 429);
        var names = body.EnumerateObject().Select(member => member.Name).ToList();
        if (!names.SequenceEqual(fixedNames.Concat(Optional.Where(names.Contains))))
            return "the error has other members, or another order";
        if (body.GetProperty("code").GetInt32() != reply.Status)
            return "the error's code is not its status";
        if (body.TryGetProperty("errors", out var errors) && !AreMessages(errors))
            return "the error's errors are not lists of texts";

        var message = body.GetProperty(isProblem ? "detail" : "message").GetString()!;
        return message.Length == 0 || Inner.Any(word => reply.Text.Contains(word, StringComparison.Ordinal)) ? "the error's text" : null;
    }

    private static bool AreMessages(JsonElement errors) =>
        errors.ValueKind == JsonValueKind.Object
        && errors.EnumerateObject().All(field => field.Value.EnumerateArray().All(message => message.ValueKind == JsonValueKind.String));

    private static bool TryParse(string text, out JsonElement body)
    {
        try
        {
            body = JsonElement.Parse(text);
            return body.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            body = default;
            return false;
        }
    }
}
