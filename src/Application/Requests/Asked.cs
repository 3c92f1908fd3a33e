using System.Reflection;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Requests;

/// <summary>What was asked of a request by the parameters that it declares.</summary>
public sealed class Asked
{
    private readonly Dictionary<string, object> values = [];

    private Asked(IReadOnlyList<ParameterAttribute> known, ListQuery query)
    {
        foreach (var (name, text) in query.Parameters)
            values[name] = known.FirstOrDefault(parameter => parameter.Name == name) is { } parameter
                ? parameter.Read(text)
                : throw new BadRequest(
                    $"Unknown parameter {Quoted.Name(name)}.{NearestName.Hint(name, [.. known.Select(parameter => parameter.Name)])}"
                );
        foreach (var parameter in known.Where(parameter => !values.ContainsKey(parameter.Name)))
            values[parameter.Name] = parameter.Unasked ?? throw new BadRequest($"The parameter '{parameter.Name}' is required.");
    }

    /// <exception cref="BadRequest">Something that was sent is not declared, or not a value of its parameter; or something is missing.</exception>
    public static Asked Of(IQueried request) => new(Parameters(request.GetType()), request.Query);

    /// <summary>What may be asked of a request, with what the shapes that it is made of declare.</summary>
    public static IReadOnlyList<ParameterAttribute> Parameters(Type request) => [.. request.GetCustomAttributes<ParameterAttribute>()];

    public long Whole(string name) => (long)values[name];

    public string Text(string name) => (string)values[name];
}
