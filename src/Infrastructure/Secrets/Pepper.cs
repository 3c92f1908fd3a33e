using System.Security.Cryptography;
using System.Text;
using AchieveApex.Application.Errors;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.Secrets;

/// <summary>The secret that keys are hashed under, and kept answers sealed: from the setting <c>ApiKeys:Pepper</c>, else made once and kept in the data folder for its owner alone.</summary>
internal sealed class Pepper
{
    private const string FileName = "api-keys.pepper";
    private const int Length = 32;
    private const int ShortestChosen = 16;

    private Pepper(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <summary>To be asked before anything is started: the pepper itself is made when it is needed.</summary>
    /// <exception cref="SettingError">The setting is too short to be a secret.</exception>
    public static void Check(string? setting)
    {
        if (setting is { Length: > 0 and < ShortestChosen })
            throw new SettingError($"ApiKeys:Pepper must be at least {ShortestChosen} characters that nobody may guess.");
    }

    public static Pepper From(string? setting, DatabaseSettings database) =>
        new(string.IsNullOrEmpty(setting) ? Kept(Path.Combine(database.DataFolder, FileName)) : Encoding.UTF8.GetBytes(setting));

    private static byte[] Kept(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                Make(path);

            var kept = File.ReadAllBytes(path);
            return kept.Length >= Length
                ? kept
                : throw new SettingError($"The secret in {path} is damaged: restore it from a backup, or every API key is lost.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingError(
                $"The secret in {path} cannot be used ({error.Message}). Check that the folder can be written, or set ApiKeys:Pepper."
            );
        }
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
