namespace AchieveApex.Api.Pages;

/// <summary>The one style sheet of all pages.</summary>
internal static class StyleSheet
{
    public const string Path = "/assets/site.css";

    private static readonly Lazy<byte[]> Text = new(() => EmbeddedFiles.Read("site.css"));

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet(
            Path,
            context => Results.Bytes(Text.Value, "text/css; charset=utf-8", entityTag: Tag.Of(Text.Value)).ExecuteAsync(context)
        );
}
