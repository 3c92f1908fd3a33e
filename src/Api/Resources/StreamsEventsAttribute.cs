namespace AchieveApex.Api.Resources;

/// <summary>The action can answer with a stream of events (<c>text/event-stream</c>) as well as with JSON.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StreamsEventsAttribute : Attribute
{
    public const string MediaType = "text/event-stream";
}
