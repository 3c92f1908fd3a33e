using System.Text.Json;
using System.Text.Json.Nodes;

namespace AchieveApex.Api.Resources;

/// <summary>A result as JSON, with the fields that <c>$select</c> asks for.</summary>
internal sealed class Answer<T>(T value, int status) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var body = Selection.Of(context.HttpContext.Request.QueryString) is { } fields
            ? JsonSerializer.SerializeToUtf8Bytes(Selected(fields), WireFormat.Options)
            : JsonSerializer.SerializeToUtf8Bytes(value, WireFormat.Options);
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "application/json; charset=utf-8", body.Length);
        return response.Body.WriteAsync(body, context.HttpContext.RequestAborted).AsTask();
    }

    private JsonNode? Selected(HashSet<string> fields)
    {
        var answer = JsonSerializer.SerializeToNode(value, WireFormat.Options);
        var records = answer?["data"] is JsonArray page ? page.OfType<JsonObject>() : [answer!.AsObject()];
        foreach (var record in records)
        foreach (var name in record.Select(member => member.Key).Where(name => !fields.Contains(name)).ToList())
            record.Remove(name);

        return answer;
    }
}
