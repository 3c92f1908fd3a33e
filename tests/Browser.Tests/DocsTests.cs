using System.Text.RegularExpressions;
using AchieveApex.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(SqliteApi))]

namespace AchieveApex.Browser.Tests;

/// <summary>The documentation site in a browser.</summary>
public sealed class DocsTests(Browser browser, SqliteApi api)
{
    private const int Wide = 1280;
    private const int Narrow = 390;
    private const int Narrowest = 360;
    private const float Patience = 60_000;
    private const string Missing = "/docs/nothing";
    private static readonly string[] Severe = ["serious", "critical"];

    // Besides all guides; pages of resources are all of one kind.
    private static readonly string[] Others =
    [
        "/docs",
        "/docs/resources/contacts",
        "/docs/resources/deals",
        "/docs/resources/health",
        "/docs/search?q=cursor",
        "/docs/search?q=",
        Missing,
    ];

    [Theory]
    [InlineData(ColorScheme.Light, Wide)]
    [InlineData(ColorScheme.Dark, Wide)]
    [InlineData(ColorScheme.Light, Narrow)]
    public async Task Every_page_can_be_used_by_everybody(ColorScheme colors, int width)
    {
        var page = await browser.Visit(api.Address, width, colors);
        List<string> problems = [];
        foreach (var path in await Paths(page))
        {
            await page.GotoAsync(path);
            var found = await page.RunAxe();
            problems.AddRange(
                found
                    .Violations.Where(violation => Severe.Contains(violation.Impact))
                    .Select(violation => $"{path}: {violation.Id} {violation.Help} {violation.Nodes[0].Html}")
            );
            await Screenshots.Keep(page, $"{path}-{colors}-{width}");
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task No_page_is_wider_than_the_smallest_screen_and_none_says_anything_to_the_console()
    {
        var page = await browser.Visit(api.Address, Narrowest, ColorScheme.Light);
        List<string> said = [];
        page.Console += (_, message) => said.Add($"{page.Url}: {message.Text}");
        List<string> wide = [];
        foreach (var path in (await Paths(page)).Where(path => path != Missing))
        {
            await page.GotoAsync(path);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > Narrowest)
                wide.Add(path);
        }

        Assert.Empty(wide);
        Assert.Empty(said);
    }

    [Fact]
    public async Task No_request_leaves_the_program()
    {
        var page = await browser.Visit(api.Address, Wide, ColorScheme.Light);
        List<string> outside = [];
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(api.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                outside.Add(request.Url);
        };
        foreach (var path in (await Paths(page)).Append("/docs/reference"))
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(outside);
    }

    [Fact]
    public async Task A_reader_searches_and_follows_a_link_by_keyboard_alone()
    {
        var page = await browser.Visit(api.Address, Wide, ColorScheme.Light);
        await page.GotoAsync("/docs");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));

        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("idempotency key");
        await page.Keyboard.PressAsync("Enter");
        await IsAt(page, @"/docs/search\?q=idempotency\+key$");
        await page.Locator("ol.hits a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await IsAt(page, "/docs/safe-writes");
    }

    private static async Task<IEnumerable<string>> Paths(IPage page)
    {
        await page.GotoAsync("/docs");
        var guides = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.cards a')].map(link => link.getAttribute('href'))"
        );
        Assert.True(guides.Length > 10, $"Only {guides.Length} guides were found.");
        return guides.Concat(Others);
    }

    // Asks again and again: a navigation that is over before somebody waits for it is found as well.
    private static Task IsAt(IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = Patience });
}
