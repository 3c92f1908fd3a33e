using System.Text.Json;

namespace AchieveApex.Support;

/// <summary>What the server answered.</summary>
public sealed record Reply(int Status, string Text, HttpResponseMessage Message)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Body => JsonElement.Parse(Text);

    /// <summary>A member of the body.</summary>
    public JsonElement this[string name] => Body.GetProperty(name);

    /// <summary>A header's value; null when there is none.</summary>
    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>The address of the next page of a list; null on the last one.</summary>
    public string? Next => Header("Link")?.Split('<', '>')[1];

    public static async Task<Reply> To(HttpClient client, HttpRequestMessage request)
    {
        var message = await client.SendAsync(request);
        return new((int)message.StatusCode, await message.Content.ReadAsStringAsync(), message);
    }
}
