using System.Net.Mime;
using AchieveApex.Api.Errors;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;

namespace AchieveApex.Api.Resources;

/// <summary>Takes in a body of bounded size and the right media type. What it says is read behind the permission check.</summary>
internal sealed class InputBinder<TFields> : IModelBinder
    where TFields : class
{
    private const int PartSize = 16 * 1024;
    private const string MergePatch = "application/merge-patch+json";

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        if (!IsJson(request))
            throw new HttpError(StatusCodes.Status415UnsupportedMediaType);

        var body = await Read(request);
        if (SentTerms.NeedBody(request))
            request.HttpContext.Features.Set(new SentBody(body));
        bindingContext.Result = ModelBindingResult.Success(Input<TFields>.FromJson(body));
    }

    private static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request)
    {
        // Before a byte is set aside for it: what a client announces is not yet to be believed.
        if (request.ContentLength > InputBinderProvider.LargestBody)
            throw new HttpError(StatusCodes.Status413PayloadTooLarge);

        var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var part = new byte[PartSize];
        for (int read; (read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0; )
        {
            if (body.Length + read > InputBinderProvider.LargestBody)
                throw new HttpError(StatusCodes.Status413PayloadTooLarge);
            body.Write(part, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
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
