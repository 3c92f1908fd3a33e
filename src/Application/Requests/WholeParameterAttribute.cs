using System.Globalization;
using System.Reflection;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Requests;

/// <summary>A whole number that may be asked of a request in its query: what is read there, and what is documented.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class WholeParameterAttribute(string name, string text, long largest) : Attribute
{
    public string Name { get; } = name;

    public string Text { get; } = text;

    public long Largest { get; } = largest;

    /// <summary>What it is when it is not asked.</summary>
    public long Default { get; init; }

    /// <summary>Every such parameter of a request.</summary>
    public static IReadOnlyList<WholeParameterAttribute> Of(Type request) => [.. request.GetCustomAttributes<WholeParameterAttribute>()];

    /// <summary>What was asked.</summary>
    /// <exception cref="BadRequest">It is something else.</exception>
    public static IReadOnlyDictionary<string, long> Read(IQueried request)
    {
        var known = Of(request.GetType()).ToDictionary(parameter => parameter.Name);
        var values = known.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.Default);
        foreach (var (name, text) in request.Query.Parameters)
            values[name] = known.TryGetValue(name, out var parameter)
                ? parameter.Value(text)
                : throw new BadRequest($"Unknown parameter {Quoted.Name(name)}.{NearestName.Hint(name, [.. known.Keys])}");

        return values;
    }

    private long Value(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Largest
            ? number
            : throw new BadRequest($"'{Name}' must be a whole number from 0 to {Largest}.");
}
