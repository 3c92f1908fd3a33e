namespace AchieveApex.Application.Resources;

/// <summary>Addresses of pages: absolute, http or https, so that nothing else is ever made a link of.</summary>
internal static class WebAddressRules
{
    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || IsWebAddress(text))
            .WithMessage("must be a web address such as https://example.com")
            .WithErrorCode(FieldFormats.Uri);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
