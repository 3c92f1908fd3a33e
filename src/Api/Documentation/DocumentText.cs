using System.Runtime.CompilerServices;
using System.Text;
using AchieveApex.Application.Resources.Custom;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The document as it is served and kept in a file: made once for all, and once for the custom fields of an organization.</summary>
internal sealed class DocumentText([FromKeyedServices(Frame.Version)] IOpenApiDocumentProvider provider)
{
    // The framework makes documents from what does not change; what differs reaches the one who fills it in this way.
    private static readonly AsyncLocal<CustomFieldSets?> Making = new();
    private readonly ConditionalWeakTable<CustomFieldSets, Lazy<Task<byte[]>>> texts = [];

    /// <summary>The custom fields that the document in the making tells.</summary>
    public static CustomFieldSets Told => Making.Value ?? CustomFieldSets.None;

    /// <param name="fields">What the reader's organization added.</param>
    public Task<byte[]> Read(CustomFieldSets fields) => texts.GetValue(fields, told => new(() => Write(told))).Value;

    private async Task<byte[]> Write(CustomFieldSets fields)
    {
        Making.Value = fields;
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n") + "\n");
    }
}
