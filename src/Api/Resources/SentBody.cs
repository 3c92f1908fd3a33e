using System.Net.Mime;
using AchieveApex.Api.Errors;
using Microsoft.Net.Http.Headers;

namespace AchieveApex.Api.Resources;

/// <summary>The body as it came, kept for what has to compare it with another.</summary>
internal sealed record SentBody(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes that a body may have.</summary>
    public const int Largest = 1024 * 1024;

    private const int PartSize = 16 * 1024;
    private const string MergePatch = "application/merge-patch+json";

    /// <summary>Takes in a body of bounded size and the right media type. What it says is read behind the permission check.</summary>
    /// <exception cref="HttpError">413 or 415.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> Read(HttpContext context)
    {
        if (!IsJson(context.Request))
            throw new HttpError(StatusCodes.Status415UnsupportedMediaType);

        var body = await ReadBytes(context.Request);
        if (SentTerms.NeedBody(context.Request))
            context.Features.Set(new SentBody(body));
        return body;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytes(HttpRequest request)
    {
        // Before a byte is set aside for it: what a client announces is not yet to be believed.
        if (request.ContentLength > Largest)
            throw new HttpError(StatusCodes.Status413PayloadTooLarge);

        var body = new byte[(int)(request.ContentLength ?? PartSize)];
        var length = 0;
        for (int read; (read = await request.Body.ReadAsync(body.AsMemory(length), request.HttpContext.RequestAborted)) > 0; )
        {
            length += read;
            if (length > Largest)
                throw new HttpError(StatusCodes.Status413PayloadTooLarge);
            if (length == request.ContentLength)
                break;
            if (length == body.Length)
                Array.Resize(ref body, Math.Min(Largest + 1, 2 * length));
        }

        return body.AsMemory(0, length);
    }

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (
            type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            || (HttpMethods.IsPatch(request.Method) && type.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase))
        )
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
