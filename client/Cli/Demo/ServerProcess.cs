using System.Diagnostics;
using Validation.Client.Connection;

namespace Validation.Cli.Demo;

/// <summary>A server that the demonstration started. Its output goes to a file. It ends, with all that it started, when disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int LinesKept = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Queue<string> _lastLines = new();
    private readonly Lock _writing = new();

    private ServerProcess(Process process, string log)
    {
        _process = process;
        _log = new StreamWriter(log) { AutoFlush = true };
    }

    /// <summary>The last lines that the server printed.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_writing)
            {
                return [.. _lastLines];
            }
        }
    }

    /// <summary>Whether the process is known to be gone; it is after <see cref="DisposeAsync"/>.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Starts a server as a child process, its output in a file.</summary>
    /// <param name="start">How, with its output redirected.</param>
    /// <param name="log">The file for its output.</param>
    /// <returns>The process; null: the system cannot start it.</returns>
    public static ServerProcess? Start(ProcessStartInfo start, string log)
    {
        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            process.Dispose();
            return null;
        }

        var server = new ServerProcess(process, log);
        process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => server.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Waits until the server answers.</summary>
    /// <returns>False: it ended, or did not answer in time.</returns>
    public async Task<bool> WaitUntilAnsweringAsync(
        ValidationConnection connection, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!_process.HasExited && time.GetElapsedTime(start) < timeout)
        {
            if (await connection.AnswersAsync(AnswerTime, cancellationToken))
            {
                return true;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        if (_process.HasExited)
        {
            await WaitForLastLinesAsync();
        }

        return false;
    }

    /// <summary>Ends the server and every process that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (HasEnded)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await WaitForLastLinesAsync();
        HasEnded = _process.HasExited;
        _process.Dispose();
        lock (_writing)
        {
            _log.Dispose();
        }
    }

    /// <summary>The end of a process includes the end of its output; one that hangs is not waited for long.</summary>
    private async Task WaitForLastLinesAsync() =>
        await _process.WaitForExitAsync().WaitAsync(Goodbye).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Keep(string? line)
    {
        lock (_writing)
        {
            if (line is null || !_log.BaseStream.CanWrite)
            {
                return;
            }

            _log.WriteLine(line);
            _lastLines.Enqueue(line);
            if (_lastLines.Count > LinesKept)
            {
                _lastLines.Dequeue();
            }
        }
    }
}
