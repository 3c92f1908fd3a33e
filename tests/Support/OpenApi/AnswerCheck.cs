using System.Text.Json;

namespace AchieveApex.Support.OpenApi;

/// <summary>Holds an answer against what the document says of its operation: the status, the headers, the media type and the body.</summary>
public static class AnswerCheck
{
    public static IReadOnlyList<string> Problems(DescribedOperation operation, Reply reply)
    {
        var (status, answer) = operation.Answers.FirstOrDefault(answer => answer.Status == $"{reply.Status}");
        return status is null
            ? [$"{operation} is not to answer {reply.Status}: {reply.Text}"]
            : [.. Headers(operation.Description, answer, reply), .. Body(operation.Description, answer, reply)];
    }

    private static IEnumerable<string> Headers(Description description, JsonElement answer, Reply reply)
    {
        foreach (var header in answer.GetProperty("headers").EnumerateObject())
        {
            var told = description.Follow(header.Value);
            var isRequired = told.TryGetProperty("required", out var required) && required.GetBoolean();
            var sent = reply.Header(header.Name);
            if (sent is null && isRequired)
                yield return $"the header {header.Name} is missing";
            else if (sent is not null)
                foreach (var problem in new SchemaCheck(description).Problems(told.GetProperty("schema"), ValueOf(told, sent), header.Name))
                    yield return problem;
        }
    }

    private static JsonElement ValueOf(JsonElement header, string text) =>
        header.GetProperty("schema").GetProperty("type").GetString() == "integer"
            ? JsonElement.Parse(text)
            : JsonSerializer.SerializeToElement(text);

    private static IEnumerable<string> Body(Description description, JsonElement answer, Reply reply)
    {
        if (!answer.TryGetProperty("content", out var content))
            return reply.Text.Length == 0 ? [] : ["a body is not in the document"];

        var type = reply.Message.Content.Headers.ContentType?.MediaType ?? "none";
        return content.TryGetProperty(type, out var media)
            ? new SchemaCheck(description).Problems(media.GetProperty("schema"), reply.Body)
            : [$"the media type {type} is not in the document"];
    }
}
