using Microsoft.Playwright;

namespace AchieveApex.Browser.Tests;

/// <summary>Pictures of pages for people to look at, in <c>artifacts/screenshots</c>, which the repository ignores.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Path.Combine(Root(), "artifacts", "screenshots");

    public static Task Keep(IPage page, string name)
    {
        var file = string.Concat(name.Trim('/').Select(letter => char.IsLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        return page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{file}.png"), FullPage = true });
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "AchieveApex.sln")))
            folder = parent;
        return folder.FullName;
    }
}
