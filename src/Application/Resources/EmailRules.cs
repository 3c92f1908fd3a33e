namespace AchieveApex.Application.Resources;

/// <summary>E-mail addresses: one at-sign, nothing that could end a line, at most 254 characters (RFC 5321, with its erratum 1690).</summary>
internal static class EmailRules
{
    private const int LongestAddress = 254;
    public const string Problem = "must be a valid email address";

    /// <summary>Whether a text is one, surrounding space apart.</summary>
    public static bool IsEmail(string text) =>
        text.Trim() is { Length: > 2 and <= LongestAddress } address
        && address.IndexOf('@') is var at and > 0
        && at == address.LastIndexOf('@')
        && at < address.Length - 1
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(LongestAddress)
            .Must(text => text is null || IsEmail(text))
            .WithMessage(Problem)
            .WithErrorCode(FieldFormats.Email);
}
