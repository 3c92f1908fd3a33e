using System.CommandLine;

namespace AchieveApex.Api.Commands;

/// <summary>Options that take a number within bounds.</summary>
internal static class Bounds
{
    public static Option<T> Within<T>(this Option<T> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is int value && (value < least || value > most))
                result.AddError($"{option.Name} must be from {least} to {most}.");
        });
        return option;
    }
}
