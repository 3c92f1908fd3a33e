using System.CommandLine;

namespace AchieveApex.Api.Commands;

/// <summary>Options that take a number within bounds.</summary>
internal static class Bounds
{
    public static Option<T> Within<T>(this Option<T> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            // What is not a number at all is refused by the parser itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && (value < least || value > most))
                result.AddError($"{option.Name} must be from {least} to {most}.");
        });
        return option;
    }
}
