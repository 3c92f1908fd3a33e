using System.Text.Json.Nodes;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>
/// Every kept write leaves one event of its record, and no other request leaves any. Nobody calls this yet: <see cref="Writing"/>,
/// <see cref="Patching"/> and <see cref="SafeWriting"/> make the writes after which it is to be asked.
/// </summary>
internal static class WrittenEvents
{
    /// <summary>Expects the event of a write that was kept.</summary>
    public static Task Expect(Subject subject, HttpMethod method, JsonObject record) =>
        throw new NotSupportedException($"The event of {method} {subject.PathOf(record["id"])} is not looked for yet.");
}
