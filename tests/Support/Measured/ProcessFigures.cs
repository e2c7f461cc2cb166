using System.Globalization;

namespace Validation.Tests.Support;

/// <summary>What a process and its children use, from /proc (proc(5)).</summary>
/// <param name="id">The process.</param>
internal sealed class ProcessFigures(int id)
{
    private const double TicksPerSecond = 100;

    /// <summary>Memory of all of them, in bytes: what several share counts once (proportional set size).</summary>
    public long Memory => Family(id).Sum(one => Value($"/proc/{one}/smaps_rollup", "Pss:") * 1024);

    /// <summary>Processor time that they have used together so far, with that of children that have ended.</summary>
    public TimeSpan Processor => TimeSpan.FromSeconds(Family(id).Sum(Ticks) / TicksPerSecond);

    private static IEnumerable<int> Family(int id)
    {
        yield return id;
        foreach (var child in Children(id))
        {
            foreach (var one in Family(child))
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<int> Children(int id)
    {
        var tasks = new DirectoryInfo($"/proc/{id}/task");
        return tasks.Exists
            ? tasks.EnumerateDirectories()
                .SelectMany(task => Read(Path.Combine(task.FullName, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture))
            : [];
    }

    private static long Value(string file, string name)
    {
        var line = Read(file).Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    private static double Ticks(int id)
    {
        // The name, in brackets, may hold blanks; utime, stime, cutime and cstime are fields 14 to 17.
        var fields = Read($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 15 ? 0 : fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
    }

    // A process may end at any moment.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
