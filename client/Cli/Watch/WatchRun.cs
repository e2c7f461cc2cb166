using System.Security.Cryptography;
using System.Text;
using Validation.Client.Monitor;
using Validation.Client.Settings;

namespace Validation.Cli.Watch;

/// <summary>One run of `validate watch`: shows every answer until it is stopped.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="json">Whether it prints for programs.</param>
/// <param name="desktop">Whether desktop notifications are wanted.</param>
internal sealed class WatchRun(Terminal terminal, bool json, bool desktop)
{
    /// <summary>Watches the folders until it is cancelled, and prints the answer to each save.</summary>
    /// <param name="folders">The folders; none: those of the settings.</param>
    /// <param name="sources">Where the settings come from.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> folders, SettingsSources sources, CancellationToken cancellationToken)
    {
        if (folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            await terminal.Error.WriteLineAsync(WatchTexts.NoSuchFolder(missing));
            return ExitCode.NotRun;
        }

        var named = folders.Select(folder => (SettingNames.Folder, Path.GetFullPath(folder)));
        using var file = SettingsFile.Open(sources with { Overrides = [.. sources.Overrides, .. named] }, terminal.Time);
        foreach (var problem in file.Problems)
        {
            await terminal.Error.WriteLineAsync(problem);
        }

        if (file.Current.Folders.Count == 0)
        {
            await terminal.Error.WriteLineAsync(WatchTexts.NothingToWatch(file.FilePath));
            return ExitCode.NotRun;
        }

        using var data = MonitorData.TryOpen(DataFolder(folders));
        if (data is null)
        {
            await terminal.Error.WriteLineAsync(WatchTexts.AlreadyWatched);
            return ExitCode.NotRun;
        }

        await WatchAsync(file, data, cancellationToken);
        return ExitCode.Interrupted;
    }

    private async Task WatchAsync(SettingsFile file, MonitorData data, CancellationToken cancellationToken)
    {
        IWatchPrinter printer = json ? new WatchJson(terminal) : new WatchText(terminal);
        using var notices = desktop ? DesktopNotices.TryStart() : null;
        var events = new MonitorEvents
        {
            Checked = printer.Show,
            StatusChanged = printer.Show,
            FolderAdded = printer.Show,
            Noticed = notice =>
            {
                printer.Show(notice);
                notices?.Show(notice);
            },
        };
        await using var monitor = new DraftMonitor(file.Current, data, events, terminal.Time);
        file.Changed = settings =>
        {
            printer.Begin(settings);
            monitor.Apply(settings);
        };
        printer.Begin(file.Current);
        try
        {
            await monitor.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This is how one ends it.
        }
    }

    // What is known belongs to the folders that were named: two runs on different folders do not disturb each other.
    private static string DataFolder(IReadOnlyList<string> folders)
    {
        if (folders.Count == 0)
        {
            return SettingsSources.UserData;
        }

        var paths = string.Join('\n', folders.Select(Path.GetFullPath).Order(StringComparer.Ordinal));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paths)).AsSpan(0, 6));
        return Path.Combine(SettingsSources.UserData, $"watch-{name}");
    }
}
