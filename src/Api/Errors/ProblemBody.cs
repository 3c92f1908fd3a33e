using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AchieveApex.Api.Errors;

/// <summary>A refusal as RFC 9457 has it, with the members of the documented form beside it.</summary>
/// <param name="Type">Names the kind of refusal: <c>urn:achieveapex:error:</c> and the class name.</param>
/// <param name="Title">What the kind means.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What went wrong, for a person.</param>
/// <param name="Instance">Names the request: <c>urn:request:</c> and its id.</param>
/// <param name="Name">The error's name, for example <c>NotFound</c>.</param>
/// <param name="Code">The HTTP status.</param>
/// <param name="ClassName">The name in kebab case.</param>
/// <param name="Data">Facts for a program.</param>
/// <param name="Errors">Problems by field.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    [property: Range(400, 599)] int Status,
    string Detail,
    string Instance,
    string Name,
    [property: Range(400, 599)] int Code,
    [property: JsonPropertyName("className")] string ClassName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors
);
