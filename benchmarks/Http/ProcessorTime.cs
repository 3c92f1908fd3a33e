using System.Globalization;

namespace AchieveApex.Http;

/// <summary>The processor time that a process has used, alone or with its children, as Linux counts it.</summary>
internal sealed class ProcessorTime
{
    private const double TicksPerSecond = 100;

    private readonly int root;
    private readonly bool withChildren;

    private ProcessorTime(int root, bool withChildren) => (this.root, this.withChildren) = (root, withChildren);

    public static ProcessorTime Of(int process) => new(process, withChildren: false);

    /// <summary>Of the parent of a process and everything that the parent started, what has ended included.</summary>
    public static ProcessorTime OfParent(int process) => new(Read(process)!.Value.Parent, withChildren: true);

    /// <summary>So far, in milliseconds.</summary>
    public double Milliseconds()
    {
        var own = Read(root)!.Value;
        var ticks = withChildren ? own.Ticks + own.Collected + Children().Sum(child => child.Ticks) : own.Ticks;
        return ticks * 1000 / TicksPerSecond;
    }

    private IEnumerable<Usage> Children() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<Usage>()
            .Where(usage => usage.Parent == root);

    // "id (name) state parent …": the name may hold spaces and brackets. Of user and system time the process's own comes first, then
    // that of the children that it has collected.
    private static Usage? Read(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new(Number(fields[1]), Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14]));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private readonly record struct Usage(int Parent, long Ticks, long Collected);
}
