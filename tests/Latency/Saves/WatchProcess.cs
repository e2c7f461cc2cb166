using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Validation.Tests.Support;

namespace Validation.Latency.Saves;

/// <summary>`validate watch` as its own process with its own folders; gone with the measurement.</summary>
/// <param name="server">The server's address.</param>
internal sealed class WatchProcess(string server) : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-saves-");
    private readonly TaskCompletionSource _watching = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Awaited? _awaited;
    private Process? _process;

    /// <summary>The watched folder.</summary>
    public string Folder => Path.Combine(_folder.FullName, "年报");

    /// <summary>Starts it and waits until it watches and knows the server.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var settings = Path.Combine(_folder.FullName, "settings.conf");
        // Every save is to be told, also where nothing is wrong.
        await File.WriteAllTextAsync(settings, "notify_unchanged = yes\n", cancellationToken);
        string[] arguments =
            [MeasuredServer.Program("client/Cli", "validate.dll"), "watch", Folder, "--server", server, "--settings", settings,
             "--format", "json", "--no-desktop"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["XDG_STATE_HOME"] = Path.Combine(_folder.FullName, "state");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        await _watching.Task.WaitAsync(Longest, cancellationToken);
    }

    /// <summary>Waits for the next notification about a file.</summary>
    public Task NoticeAsync(string path, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited = new Awaited(path, done);
        return done.Task.WaitAsync(Longest, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Take(string? line)
    {
        if (string.IsNullOrEmpty(line))
        {
            return;
        }

        using var json = JsonDocument.Parse(line);
        switch (json.RootElement.GetProperty("event").GetString())
        {
            case "status" when json.RootElement.GetProperty("watching").GetBoolean()
                && json.RootElement.GetProperty("rule_set_version").ValueKind == JsonValueKind.String:
                _watching.TrySetResult();
                break;
            case "notice" when _awaited is { } awaited && json.RootElement.GetProperty("file").GetString() == awaited.Path:
                awaited.Done.TrySetResult();
                break;
        }
    }

    private sealed record Awaited(string Path, TaskCompletionSource Done);
}
