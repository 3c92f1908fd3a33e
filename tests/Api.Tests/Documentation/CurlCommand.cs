using System.Diagnostics;
using System.Globalization;

namespace AchieveApex.Api.Tests.Documentation;

/// <summary>A documented command, run by a shell as a reader of the page would run it. Without curl, its parts are sent by this process.</summary>
internal static class CurlCommand
{
    /// <summary>The status it is answered with, and the body.</summary>
    public static async Task<(int Status, string Body)> Run(string command)
    {
        if (!IsInstalled())
            return await Send(command);

        var start = new ProcessStartInfo("/bin/sh", ["-c", command + """ -s -w '\n%{http_code}'"""]) { RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        var end = output.LastIndexOf('\n');
        return (int.Parse(output.AsSpan(end + 1), CultureInfo.InvariantCulture), output[..end]);
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(x => File.Exists(Path.Combine(x, "curl")));

    private static async Task<(int Status, string Body)> Send(string command)
    {
        var words = Words(command);
        using var request = new HttpRequestMessage(HttpMethod.Parse(After("-X").Single()), words[3]);
        if (After("-d").SingleOrDefault() is { } body)
            request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        foreach (var header in After("-H").Select(header => header.Split(": ")))
            if (!request.Headers.TryAddWithoutValidation(header[0], header[1]))
                request.Content?.Headers.Add(header[0], header[1]);

        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());

        IEnumerable<string> After(string option) => words.Zip(words.Skip(1)).Where(x => x.First == option).Select(x => x.Second);
    }

    private static List<string> Words(string command)
    {
        var parts = command.Replace("\\\n", "", StringComparison.Ordinal).Split('\'');
        return
        [
            .. parts.SelectMany(
                (part, i) => i % 2 == 1 ? [part] : part.Split('"').SelectMany((text, j) => j % 2 == 1 ? [text] : Plain(text))
            ),
        ];

        static string[] Plain(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
