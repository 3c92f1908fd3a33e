using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Documentation;

public sealed class DocsTestsOnSqlite(SqliteApi api) : DocsTests(api);

public sealed class DocsTestsOnPostgres(PostgresApi api) : DocsTests(api);

/// <summary>The documentation site, as a browser without scripts sees it.</summary>
public abstract partial class DocsTests(TestApi api)
{
    private const int LargestPage = 60_000;
    private static readonly string[] NotPages = ["/docs/reference", "/openapi/v1.json"];

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var pages = await Pages();

        Assert.True(pages.Count > 35, $"Only {pages.Count} pages were found.");
        var broken = from page in pages from link in LinksOf(page) where !Leads(link, pages) select $"{page.Key} has {link}";
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Every_page_is_whole_without_a_script_and_lets_nothing_in()
    {
        foreach (var path in (await Pages()).Keys)
        {
            using var response = await api.Anonymous().GetAsync(path);
            var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
            var text = await response.Content.ReadAsStringAsync();

            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script|style=\"|src=\"|https?://(?!127\\.0\\.0\\.1|api\\.achieveapex\\.com)", Prose(text));
            Assert.Single(Regex.Matches(text, "<h1>"));
        }
    }

    [Fact]
    public async Task A_page_is_small_and_is_sent_again_only_when_it_changed()
    {
        foreach (var path in (await Pages()).Keys.Append("/assets/site.css"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.Add(new("br"));
            using var response = await api.Anonymous().SendAsync(request);
            var sent = (await response.Content.ReadAsByteArrayAsync()).Length;
            Assert.True(sent <= LargestPage, $"{path} has {sent} bytes.");

            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(response.Headers.ETag!.ToString()));
            using var unchanged = await api.Anonymous().SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Theory]
    [InlineData("Idempotency-Key", "/docs/safe-writes")]
    [InlineData("idempotency KEY", "/docs/safe-writes")]
    [InlineData("win deal", "/docs/resources/deals#winDeal")]
    [InlineData("ticket comments", "/docs/resources/ticket-comments")]
    public async Task A_search_finds_what_holds_all_words(string query, string path) =>
        Assert.Contains($"href=\"{path}", Found(await Text($"/docs/search?q={Uri.EscapeDataString(query)}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=xyzzy%20plugh")]
    [InlineData("?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task A_search_that_finds_nothing_says_so_and_runs_nothing(string query)
    {
        var text = await Text($"/docs/search{query}");

        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<li", Found(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_query_is_cut()
    {
        var text = await Text($"/docs/search?q={new string('x', 5000)}");
        Assert.DoesNotContain(new string('x', 101), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/docs/nothing")]
    [InlineData("/docs/resources/nothing")]
    public async Task An_unknown_page_is_not_found_and_helps_on(string path)
    {
        using var response = await api.Anonymous().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("href=\"/docs/queries\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_resource_of_the_description_has_its_page()
    {
        var home = await Text("/docs");
        var text = await Text("/docs/resources/contacts");

        Assert.Contains("href=\"/docs/resources/support-tickets\"", home, StringComparison.Ordinal);
        Assert.Contains("id=\"createContact\"", text, StringComparison.Ordinal);
        Assert.Contains("<code>lifecycle_stage</code>", text, StringComparison.Ordinal);
        Assert.Contains("at most 254 characters", text, StringComparison.Ordinal);
    }

    /// <summary>Every page that can be reached, by its path.</summary>
    private async Task<Dictionary<string, string>> Pages()
    {
        Dictionary<string, string> pages = [];
        Queue<string> found = new(["/docs"]);
        while (found.TryDequeue(out var path))
            if (!NotPages.Contains(path) && pages.TryAdd(path, ""))
            {
                pages[path] = await Text(path);
                foreach (
                    var link in Links(pages[path])
                        .Select(link => Absolute(path, link))
                        .Where(link => link.StartsWith("/docs", StringComparison.Ordinal))
                )
                    found.Enqueue(link.Split('#')[0]);
            }

        return pages;
    }

    private async Task<string> Text(string path)
    {
        using var response = await api.Anonymous().GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} is {response.StatusCode}.");
        return await response.Content.ReadAsStringAsync();
    }

    private static IEnumerable<string> LinksOf(KeyValuePair<string, string> page) =>
        Links(page.Value).Select(link => Absolute(page.Key, link));

    private static IEnumerable<string> Links(string text) =>
        Link()
            .Matches(text)
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            .Where(link => !link.StartsWith("data:", StringComparison.Ordinal));

    private static string Absolute(string path, string link)
    {
        var address = new Uri(new Uri(new("http://site"), path), link);
        return address.AbsolutePath + address.Fragment;
    }

    private static bool Leads(string link, Dictionary<string, string> pages)
    {
        var (path, id) = link.Split('#') is [var page, var part] ? (page, part) : (link, null);
        if (NotPages.Contains(path) || path == "/assets/site.css")
            return true;

        return pages.TryGetValue(path, out var text) && (id is null || text.Contains($"id=\"{id}\"", StringComparison.Ordinal));
    }

    private static string Found(string text) => text[text.IndexOf("<main", StringComparison.Ordinal)..];

    // What is shown as code is not run.
    private static string Prose(string text) => Code().Replace(text, "");

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<code.*?</code>", RegexOptions.Singleline)]
    private static partial Regex Code();
}
