using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using Validation.Client.Monitor;

namespace Validation.Cli.Watch;

/// <summary>Desktop notifications through `notify-send`, one after another; a click on one opens its report. What goes wrong there is
/// no reason to stop watching.</summary>
internal sealed class DesktopNotices : IDisposable
{
    private const string Program = "notify-send";
    private const string Opened = "default";
    private const int MostWaiting = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Channel<Notice> _notices =
        Channel.CreateBounded<Notice>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _stop = new();

    private DesktopNotices()
    {
        _ = ShowAllAsync();
    }

    /// <summary>Begins, where the system has the program.</summary>
    public static DesktopNotices? TryStart() =>
        !OperatingSystem.IsWindows() && SystemProgram.Find(Program) is not null ? new DesktopNotices() : null;

    /// <summary>Shows a notification soon.</summary>
    public void Show(Notice notice) => _notices.Writer.TryWrite(notice);

    /// <inheritdoc/>
    public void Dispose()
    {
        _notices.Writer.TryComplete();
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task ShowAllAsync()
    {
        var stop = _stop.Token;
        try
        {
            await foreach (var notice in _notices.Reader.ReadAllAsync(stop))
            {
                // It waits for a click; the next notification does not wait for that.
                _ = ShowAsync(notice, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The watching ends.
        }
    }

    private static async Task ShowAsync(Notice notice, CancellationToken stop)
    {
        var report = notice.Draft?.ReportFile;
        string[] words = ["--", notice.Title, Escape(notice.Text)];
        var (code, output) = await RunAsync(Program, [.. Options(notice), .. Action(report), .. words], stop);
        if (code != 0 && report is not null)
        {
            // An older version that knows no actions.
            await RunAsync(Program, [.. Options(notice), .. words], stop);
        }
        else if (report is not null && string.Equals(output.Trim(), Opened, StringComparison.Ordinal))
        {
            await RunAsync("xdg-open", [report], stop);
        }
    }

    private static string[] Options(Notice notice) =>
        ["--app-name", CliTexts.Product, "--urgency", notice.Weight == NoticeWeight.Error ? "critical" : "normal"];

    private static string[] Action(string? report) => report is null ? [] : ["--action", $"{Opened}={WatchTexts.OpenReport}"];

    // The body is read as markup.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static async Task<(int Code, string Output)> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        if (SystemProgram.Find(program) is not { } file)
        {
            return (1, string.Empty);
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Longest);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments)
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
            var errors = process.StandardError.ReadToEndAsync(late.Token);
            var output = await process.StandardOutput.ReadToEndAsync(late.Token);
            await errors;
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (0, string.Empty);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return (1, string.Empty);
        }
    }
}
