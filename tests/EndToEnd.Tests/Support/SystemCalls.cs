using System.Globalization;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>Watches with strace how a server writes to its SQLite files, and may kill it (SIGKILL) at one of these steps.</summary>
internal sealed class SystemCalls : IAsyncDisposable
{
    // What changes a file, or brings it to the disk.
    private static readonly string[] Writing = ["pwrite64", "fdatasync", "fsync", "ftruncate"];

    private readonly ChildProcess _strace;

    private SystemCalls(ChildProcess strace)
    {
        _strace = strace;
    }

    /// <summary>The steps so far.</summary>
    public int Steps => _strace.Errors.Split('\n').Count(line => Writing.Any(call => line.Contains($"{call}(", StringComparison.Ordinal)));

    /// <summary>Begins to watch.</summary>
    /// <param name="server">The server, which has written to its files before.</param>
    /// <param name="step">The step at which it is killed, from 1, as the thread that writes counts them. 0: it is only watched.</param>
    public static async Task<SystemCalls> WatchAsync(ServerProcess server, int step)
    {
        var database = Path.Combine(server.DataFolder, "validation.db");
        var arguments = new List<string> { "-f", "-p", server.Process.Id.ToString(CultureInfo.InvariantCulture) };
        foreach (var file in new[] { database, $"{database}-wal" })
        {
            arguments.AddRange(["-P", file]);
        }

        var calls = string.Join(',', Writing);
        arguments.AddRange(["-e", $"trace={calls}"]);
        if (step > 0)
        {
            arguments.AddRange(["-e", string.Create(CultureInfo.InvariantCulture, $"inject={calls}:signal=SIGKILL:when={step}")]);
        }

        var strace = ChildProcess.Start("strace", arguments);
        await Administrator.UntilAsync(() =>
        {
            strace.HasExited.ShouldBeFalse(strace.Errors);
            return Task.FromResult(strace.Errors.Contains("attached", StringComparison.Ordinal));
        }).InTime();
        return new SystemCalls(strace);
    }

    /// <summary>Ends the watching, and waits until everything that was seen is written down. The server goes on.</summary>
    public async Task EndAsync()
    {
        await _strace.TerminateAsync();
        await _strace.ExitAsync(Waiting.Longest);
    }

    public ValueTask DisposeAsync() => _strace.DisposeAsync();
}
