using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AchieveApex.Api.Errors;

/// <summary>A refusal, in the form that the documentation shows.</summary>
/// <param name="Name">The error's name, for example <c>NotFound</c>.</param>
/// <param name="Message">What went wrong, for a person.</param>
/// <param name="Code">The HTTP status.</param>
/// <param name="ClassName">The name in kebab case; 429 has none.</param>
/// <param name="Data">Facts for a program.</param>
/// <param name="Errors">Problems by field.</param>
internal sealed record ErrorBody(
    string Name,
    string Message,
    [property: Range(400, 599)] int Code,
    [property: JsonPropertyName("className"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClassName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors
);
