using System.Globalization;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.Requests;

/// <summary>Something that may be asked of a request in its query: what is read there, and what is documented.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class ParameterAttribute(string name, string text) : Attribute
{
    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>What it is when it is not asked; null: it has to be.</summary>
    public abstract object? Unasked { get; }

    /// <exception cref="BadRequest">The text is not a value of it.</exception>
    public abstract object Read(string text);
}

/// <summary>A whole number from 0 on.</summary>
public sealed class WholeParameterAttribute(string name, string text, long largest) : ParameterAttribute(name, text)
{
    public long Largest { get; } = largest;

    /// <summary>What it is when it is not asked.</summary>
    public long Default { get; init; }

    public override object Unasked => Default;

    public override object Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Largest
            ? number
            : throw new BadRequest($"'{Name}' must be a whole number from 0 to {Largest}.");
}

/// <summary>A text that has to be given.</summary>
public sealed class TextParameterAttribute(string name, string text, int longest, string example) : ParameterAttribute(name, text)
{
    /// <summary>Characters.</summary>
    public int Longest { get; } = longest;

    /// <summary>Shown in documentation.</summary>
    public string Example { get; } = example;

    public override object? Unasked => null;

    public override object Read(string text) =>
        text.Length > 0 && text.Length <= Longest ? text : throw new BadRequest($"'{Name}' must be a text of 1 to {Longest} characters.");
}
