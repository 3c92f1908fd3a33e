using Scalar.AspNetCore;

namespace AchieveApex.Api.Documentation;

/// <summary>The reference for people at <c>/docs/reference</c>: the document, rendered by a script that the program serves itself.</summary>
internal static class ReferencePage
{
    public const string Path = "/docs/reference";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapScalarApiReference(
            Path,
            (options, context) =>
            {
                context.Response.OnStarting(Fence, context);
                options
                    .WithTitle("AchieveApex API")
                    .WithOpenApiRoutePattern(DocumentationHosting.DocumentPath)
                    .WithNonce()
                    .DisableDefaultFonts()
                    .DisableTelemetry()
                    .HideDeveloperTools()
                    .DisableAgent()
                    .DisableMcp();
            }
        );

    // Nothing may come from, or go to, another place. The script writes style attributes, which no nonce can allow.
    private static Task Fence(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{context.Items[ScalarOptions.NonceHttpContextItemKey]}'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Task.CompletedTask;
    }
}
