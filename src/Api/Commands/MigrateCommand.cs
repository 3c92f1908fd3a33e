using System.CommandLine;

namespace AchieveApex.Api.Commands;

/// <summary><c>migrate</c>: brings the database's tables up to date.</summary>
internal static class MigrateCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command(
            "migrate",
            "Brings the database's tables up to date. Safe to run at any time, and from several places at once."
        );
        command.SetAction((_, cancellationToken) => Run(settings, cancellationToken));
        return command;
    }

    private static async Task<int> Run(string[] settings, CancellationToken cancellationToken)
    {
        var applied = await Work.RunOnAnyTables(settings, services => services.GetRequiredService<ISchema>().Update(cancellationToken));
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}.");
        return 0;
    }
}
