using System.Diagnostics;
using System.Globalization;

namespace Validation.Load.Hostile;

/// <summary>Hostile principals in a process of their own, as they are elsewhere: what their own work costs is not to be counted as waits of
/// honest ones. Its priority is low, for the machine is the server's.</summary>
internal sealed class HostileProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="target">The servers.</param>
    /// <param name="count">How many principals.</param>
    /// <param name="kinds">What they do, in turn.</param>
    public HostileProcess(Target target, int count, IReadOnlyList<HostileKind> kinds)
    {
        string[] web = target.Web is null ? [] : ["--web", $"{target.Web}"];
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "load.dll"), "hostile",
            "--hostile", count.ToString(CultureInfo.InvariantCulture), .. web,
            .. target.Grpc.SelectMany(server => new[] { "--server", $"{server}" }),
            .. kinds.SelectMany(kind => new[] { "--kind", kind.Name }),
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        _process.PriorityClass = ProcessPriorityClass.BelowNormal;
    }

    /// <summary>Ends it.</summary>
    /// <returns>A line for each kind: what became of its calls.</returns>
    /// <exception cref="InvalidOperationException">It had failed.</exception>
    public async Task<string> EndAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var lines = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode == 0 ? lines.TrimEnd() : throw new InvalidOperationException("The hostile principals ended early.");
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
