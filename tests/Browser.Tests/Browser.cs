using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(AchieveApex.Browser.Tests.Browser))]

namespace AchieveApex.Browser.Tests;

/// <summary>The system's Chromium, started once. Nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Installed(), Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a new visitor.</summary>
    /// <param name="address">What its addresses begin with.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="colors">Light or dark.</param>
    public Task<IPage> Visit(Uri address, int width, ColorScheme colors) =>
        browser!.NewPageAsync(
            new()
            {
                BaseURL = address.ToString(),
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = colors,
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string Installed() =>
        Names
            .SelectMany(name =>
                (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed: ./test.sh does that.");
}
