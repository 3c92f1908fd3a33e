namespace AchieveApex.Application.Resources;

/// <summary>Error codes of rules that documentation knows by another name than a sentence.</summary>
internal static class FieldFormats
{
    /// <summary>The text is an e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The text is an absolute address.</summary>
    public const string Uri = "uri";

    /// <summary>The rule is about several fields, not about the one that it blames.</summary>
    public const string SeveralFields = "several_fields";
}
