using System.Text.Json;

namespace AchieveApex.Api.Resources;

/// <summary>Makes a path of a controller's name.</summary>
internal sealed class KebabCase : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value) => JsonNamingPolicy.KebabCaseLower.ConvertName((string)value!);
}
