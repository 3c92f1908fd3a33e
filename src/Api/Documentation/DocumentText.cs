using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The document as it is served and kept in a file: made once, because it does not change while the program runs.</summary>
internal sealed class DocumentText([FromKeyedServices(Frame.Version)] IOpenApiDocumentProvider provider)
{
    private readonly Lazy<Task<byte[]>> text = new(() => Write(provider));

    public Task<byte[]> Read() => text.Value;

    private static async Task<byte[]> Write(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n") + "\n");
    }
}
