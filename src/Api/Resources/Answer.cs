using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources.Custom;

namespace AchieveApex.Api.Resources;

/// <summary>A result as JSON, with the fields that <c>$select</c> asks for.</summary>
internal sealed class Answer<T>(T value, int status, IReadOnlySet<string>? fields) : ActionResult
{
    /// <summary>Whether another record is answered with than was asked for, so that a version says nothing about what the caller knows.</summary>
    public bool IsOther { get; init; }

    public override Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            if (!IsOther && IsKnown(request))
            {
                (response.StatusCode, response.Headers.ETag) = (StatusCodes.Status304NotModified, EntityTags.Of((value as RecordView)!));
                return Task.CompletedTask;
            }
        }
        else
            Tell(context.HttpContext.RequestServices.GetRequiredService<Terms>(), response);

        if (!IsOther && value is RecordView record)
            response.Headers.ETag = EntityTags.Of(record);
        var body = fields is null
            ? JsonSerializer.SerializeToUtf8Bytes(value, WireFormat.Options)
            : JsonSerializer.SerializeToUtf8Bytes(Selected(fields), WireFormat.Options);
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "application/json; charset=utf-8", body.Length);
        return response.Body.WriteAsync(body, context.HttpContext.RequestAborted).AsTask();
    }

    // What was shown before is shown still, as far as the version tells.
    private bool IsKnown(HttpRequest request) =>
        request.Headers.IfNoneMatch is { Count: > 0 } tags
        && value is RecordView record and not IShowsOthers
        && EntityTags.TryParse(tags, isStrong: false, out var versions)
        && versions!.Contain(record.Version);

    private static void Tell(Terms terms, HttpResponse response)
    {
        if (terms.IsReplayed)
            response.Headers["Idempotent-Replayed"] = "true";
        if (!terms.IsDryRun)
            return;

        response.Headers["Dry-Run"] = "true";
        response.Headers.Remove("Location"); // nothing is there
    }

    private JsonNode? Selected(IReadOnlySet<string> selected)
    {
        var answer = JsonSerializer.SerializeToNode(value, WireFormat.Options);
        var records = (answer as JsonArray ?? answer?["data"] as JsonArray)?.OfType<JsonObject>() ?? [answer!.AsObject()];
        foreach (var record in records)
        {
            if (!selected.Contains(CustomFieldDefinition.Holder) && record[CustomFieldDefinition.Holder] is JsonObject custom)
                Keep(custom, key => selected.Contains(CustomFieldDefinition.Prefix + key));
            Keep(record, name => selected.Contains(name) || (name == CustomFieldDefinition.Holder && selected.Any(IsCustom)));
        }

        return answer;
    }

    private static bool IsCustom(string name) => name.StartsWith(CustomFieldDefinition.Prefix, StringComparison.Ordinal);

    private static void Keep(JsonObject record, Predicate<string> isKept)
    {
        foreach (var name in record.Select(member => member.Key).Where(name => !isKept(name)).ToList())
            record.Remove(name);
    }
}
