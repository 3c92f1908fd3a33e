using System.Globalization;
using System.Runtime.InteropServices;

namespace AchieveApex.Support;

/// <summary>A process and its children, signalled together (Linux).</summary>
internal sealed class ProcessTree(int root)
{
    private const int SigKill = 9;
    private const int SigTerminate = 15;
    private const int SigContinue = 18;
    private const int SigStop = 19;

    /// <summary>Asks the root to end.</summary>
    public void Terminate() => Signal(root, SigTerminate);

    public void Pause()
    {
        // The root first: a stopped parent has no further children.
        Signal(root, SigStop);
        foreach (var child in Children())
            Signal(child, SigStop);
    }

    public void Resume()
    {
        foreach (var child in Children())
            Signal(child, SigContinue);
        Signal(root, SigContinue);
    }

    public async Task Kill()
    {
        Signal(root, SigStop);
        List<int> all = [root, .. Children()];
        foreach (var process in all)
            Signal(process, SigKill);

        while (all.Exists(IsAlive))
            await Task.Delay(5);
    }

    private List<int> Children() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id != 0 && State(id) is { } state && state.Parent == root),
        ];

    // A zombie is dead: whether somebody collects it is not our concern.
    private static bool IsAlive(int process) => State(process) is { Code: not ("Z" or "X") };

    private static (string Code, int Parent)? State(int process)
    {
        try
        {
            // "id (name) state parent …", where the name may hold spaces and brackets.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Signal(int process, int signal) => _ = kill(process, signal);

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
