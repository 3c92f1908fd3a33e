using System.Globalization;
using Spectre.Console;

namespace AchieveApex.Api.Commands.Seeding;

/// <summary>How far it is: a bar on a terminal, else a line every few seconds. Both go where errors go, beside the result.</summary>
internal sealed class SeedProgress(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<T> Show<T>(int total, Func<Action<int>, Task<T>> work)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return Console.IsErrorRedirected || !terminal.Profile.Capabilities.Interactive
            ? await work(Lines(total))
            : await terminal
                .Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(async progress =>
                {
                    var bar = progress.AddTask("Contacts", maxValue: Math.Max(total, 1));
                    return await work(count => bar.Increment(count));
                });
    }

    private Action<int> Lines(int total)
    {
        var (done, last) = (0, clock.GetTimestamp());
        return count =>
        {
            done += count;
            if (clock.GetElapsedTime(last) < Pause)
                return;

            last = clock.GetTimestamp();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} contacts"));
        };
    }
}
