using AchieveApex.Api.Tests.Faults;
using Xunit;

namespace AchieveApex.Api.Tests.Events;

public sealed class AuditTests
{
    [Theory]
    [InlineData("sqlite", "update events set changes = replace(changes, 'Jane', 'Joan') where sequence = {0}")]
    [InlineData("postgres", "update events set changes = replace(changes, 'Jane', 'Joan') where sequence = {0}")]
    [InlineData("sqlite", "update events set created_by_user_id = null where sequence = {0}")]
    [InlineData("postgres", "update events set created_by_user_id = null where sequence = {0}")]
    [InlineData("sqlite", "delete from events where sequence = {0}")]
    [InlineData("postgres", "delete from events where sequence = {0}")]
    public async Task An_event_that_was_changed_by_hand_is_found_and_named(string engine, string tampering)
    {
        using var place = await Place.On(engine);
        await using (var program = place.Serve())
        {
            using var client = place.ClientOf(await program.Listening());
            for (var i = 0; i < 3; i++)
                await client.PostAsync(
                    new Uri("/contacts", UriKind.Relative),
                    new StringContent("""{"first_name":"Jane"}""", null, "application/json")
                );
        }

        Assert.Equal((0, "events are sound"), await Verify(place, "events are sound"));
        var last = await place.Count("select max(sequence) from events");
        await place.Count(string.Format(System.Globalization.CultureInfo.InvariantCulture, tampering, last - 1));
        var told = $"event {last - 1} was changed, or is missing; {last - 2} before it are sound";
        Assert.Equal((1, told), await Verify(place, told));
    }

    private static async Task<(int Code, string Said)> Verify(Place place, string expected)
    {
        await using var command = place.Run("audit", "verify");
        var code = await command.Exit();
        return (code, command.Output.Contains(expected, StringComparison.Ordinal) ? expected : command.Output + command.Errors);
    }
}
