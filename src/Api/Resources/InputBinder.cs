using System.Net.Mime;
using AchieveApex.Api.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;

namespace AchieveApex.Api.Resources;

/// <summary>Takes in a body of bounded size and the right media type. What it says is read behind the permission check.</summary>
internal sealed class InputBinder<TFields> : IModelBinder
    where TFields : class
{
    private const string MergePatch = "application/merge-patch+json";

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        if (!IsJson(request))
            throw new HttpError(StatusCodes.Status415UnsupportedMediaType);

        // Before a byte is set aside for it: what a client announces is not yet to be believed.
        if (request.ContentLength > bindingContext.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
            throw new HttpError(StatusCodes.Status413PayloadTooLarge);

        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(body, bindingContext.HttpContext.RequestAborted);
        bindingContext.Result = ModelBindingResult.Success(Input<TFields>.FromJson(body.GetBuffer().AsMemory(0, (int)body.Length)));
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (
            type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            || (HttpMethods.IsPatch(request.Method) && type.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase))
        )
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
