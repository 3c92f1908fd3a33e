namespace AchieveApex.Infrastructure.Persistence;

/// <summary>One process at a time in a data folder. The operating system gives the turn back when the process ends, however it ends.</summary>
internal static class FileTurn
{
    private const string FileName = "migrating.lock";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static IDisposable Take(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (IsTaken(error))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Thread.Sleep(Pause);
            }
        }
    }

    // EWOULDBLOCK, or a sharing violation on Windows; a full or broken disk is neither.
    private static bool IsTaken(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
