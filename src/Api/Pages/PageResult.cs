using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;

namespace AchieveApex.Api.Pages;

/// <summary>A page for people: a component that is rendered here and sent as a whole (docs/adr/0037).</summary>
/// <param name="status">The answer's status.</param>
/// <param name="parameters">What the component shows, by the names of its parameters.</param>
internal sealed class PageResult<TPage>(int status, IDictionary<string, object?> parameters) : IResult
    where TPage : IComponent
{
    // Nothing comes from, or goes to, another place, and nothing that stands in a page is run.
    private const string Fence =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext context)
    {
        var page = Encoding.UTF8.GetBytes("<!doctype html>\n" + await Render(context.RequestServices));
        context.Response.Headers.ContentSecurityPolicy = Fence;
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        context.Response.StatusCode = status;
        var answer =
            status == StatusCodes.Status200OK
                ? Results.Bytes(page, "text/html; charset=utf-8", entityTag: Tag.Of(page))
                : Results.Bytes(page, "text/html; charset=utf-8");
        await answer.ExecuteAsync(context);
    }

    private async Task<string> Render(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
    }
}

/// <summary>What a browser remembers a page or a file by.</summary>
internal static class Tag
{
    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
}
