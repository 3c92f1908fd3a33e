using System.Globalization;
using System.Text.Json;
using AchieveApex.Application.Events;

namespace AchieveApex.Api.Events;

/// <summary>
/// Sends events as they come (server-sent events, WHATWG HTML section 9.2). It ends after a minute: a browser comes back by itself with
/// <c>Last-Event-ID</c>, and shows its key again.
/// </summary>
internal sealed class EventStream : ActionResult
{
    private const int SecondsBetweenSigns = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var services = context.HttpContext.RequestServices;
        var mediator = services.GetRequiredService<IMediator>();
        var clock = services.GetRequiredService<TimeProvider>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.HttpContext.RequestAborted,
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        var query = ListQuery.Parse(request.QueryString.Value!).Parameters.Where(parameter => parameter.Key != "wait");
        if (request.Headers["Last-Event-ID"] is [{ Length: > 0 } last])
            query = query.Where(parameter => parameter.Key != "after").Append(new("after", last));

        var page = await Read([.. query], 0); // what is wrong with it is answered as always
        (response.StatusCode, response.ContentType) = (StatusCodes.Status200OK, StreamsEventsAttribute.MediaType);
        var start = clock.GetTimestamp();
        try
        {
            while (true)
            {
                await response.WriteAsync(TextOf(page), end.Token);
                await response.Body.FlushAsync(end.Token);
                if (clock.GetElapsedTime(start) > Longest)
                    return;

                page = await Read(
                    [.. query.Where(parameter => parameter.Key != "after"), new("after", Number(page.After))],
                    SecondsBetweenSigns
                );
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client went, or the program stops.
        }

        Task<EventFeed> Read(IReadOnlyList<KeyValuePair<string, string>> parameters, int wait) =>
            mediator.Send(new ReadEvents { Query = new([.. parameters, new("wait", Number(wait))]) }, end.Token);
    }

    // Without events a line that means nothing tells that the stream is alive.
    private static string TextOf(EventFeed page) =>
        page.Data.Count == 0
            ? ":\n\n"
            : string.Concat(
                page.Data.Select(change =>
                    $"id: {Number(change.Sequence!.Value)}\nevent: {change.Type}\ndata: {JsonSerializer.Serialize(change, WireFormat.Options)}\n\n"
                )
            );

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
