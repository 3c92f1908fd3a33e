using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Errors;

/// <summary>A refusal that only HTTP knows: a method, a media type, a size.</summary>
internal sealed class HttpError(int code, string? message = null) : ApiError(code, message ?? ErrorKind.Of(code).Message);
