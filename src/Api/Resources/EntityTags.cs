using System.Globalization;
using AchieveApex.Application.Requests;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AchieveApex.Api.Resources;

/// <summary>A record's ETag is its version in quotes, RFC 9110 section 8.8.3.</summary>
internal static class EntityTags
{
    public static string Of(RecordView record) => string.Create(CultureInfo.InvariantCulture, $"\"{record.Version}\"");

    /// <summary>The versions that a header names. A tag that is none of ours names none; under strong comparison nor does a weak one.</summary>
    public static bool TryParse(StringValues header, bool isStrong, out Versions? versions)
    {
        versions = null;
        if (!EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var tags))
            return false;

        versions = tags.Contains(EntityTagHeaderValue.Any)
            ? Versions.Any
            : new([.. tags.Where(tag => !(isStrong && tag.IsWeak)).Select(VersionOf).OfType<long>()]);
        return true;
    }

    private static long? VersionOf(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
