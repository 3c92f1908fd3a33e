using System.Security.Cryptography;
using System.Text;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>The secret that keys are hashed under: from the setting <c>ApiKeys:Pepper</c>, else made once and kept in the data folder for its owner alone.</summary>
internal sealed class Pepper
{
    private const string FileName = "api-keys.pepper";
    private const int Length = 32;

    private Pepper(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public static Pepper From(string? setting, DatabaseSettings database) =>
        new(string.IsNullOrEmpty(setting) ? Kept(Path.Combine(database.DataFolder, FileName)) : Encoding.UTF8.GetBytes(setting));

    private static byte[] Kept(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            Make(path);

        return File.ReadAllBytes(path);
    }

    // Written aside and moved, so that two programs that start at once end up with one and the same.
    private static void Make(string path)
    {
        var aside = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
            file.Write(RandomNumberGenerator.GetBytes(Length));

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
