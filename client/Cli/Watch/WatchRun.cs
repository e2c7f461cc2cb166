using System.Security.Cryptography;
using System.Text;
using Validation.Client;

namespace Validation.Cli.Watch;

/// <summary>What the command line says about a watch.</summary>
/// <param name="Folders">The folders; none: those of the settings.</param>
/// <param name="Server">The server; null: that of the settings.</param>
/// <param name="Authority">The file with the authority's certificate; null: that of the settings.</param>
/// <param name="Settings">The settings file; null: the user's.</param>
internal sealed record WatchWishes(IReadOnlyList<string> Folders, string? Server, string? Authority, string? Settings)
{
    /// <summary>The file with the key; null: the key of the settings.</summary>
    public string? KeyFile { get; init; }
}

/// <summary>One run of `validate watch`: shows every answer until it is stopped.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="json">Whether it prints for programs.</param>
/// <param name="desktop">Whether desktop notifications are wanted.</param>
internal sealed class WatchRun(Terminal terminal, bool json, bool desktop)
{
    /// <summary>Watches.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(WatchWishes wishes, CancellationToken cancellationToken)
    {
        if (wishes.Folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            await terminal.Error.WriteLineAsync(Texts.NoSuchFolder(missing));
            return ExitCode.NotRun;
        }

        ServerKey? key = null;
        if (wishes.KeyFile is { } keyFile && !ServerKey.TryReadFile(keyFile, out key, out var unreadable))
        {
            await terminal.Error.WriteLineAsync(unreadable);
            return ExitCode.NotRun;
        }

        using var file = SettingsFile.Open(Sources(wishes) with { Key = key }, terminal.Time);
        foreach (var problem in file.Problems)
        {
            await terminal.Error.WriteLineAsync(problem);
        }

        if (file.Current.Folders.Count == 0)
        {
            await terminal.Error.WriteLineAsync(Texts.NothingToWatch(file.FilePath));
            return ExitCode.NotRun;
        }

        using var data = MonitorData.TryOpen(DataFolder(wishes));
        if (data is null)
        {
            await terminal.Error.WriteLineAsync(Texts.AlreadyWatched);
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

    private static SettingsSources Sources(WatchWishes wishes)
    {
        var overrides = wishes.Folders.Select(folder => (SettingNames.Folder, Path.GetFullPath(folder))).ToList();
        if (wishes.Server is { } server)
        {
            overrides.Add((SettingNames.Server, server));
        }

        if (wishes.Authority is { } authority)
        {
            overrides.Add((SettingNames.Authority, Path.GetFullPath(authority)));
        }

        return new SettingsSources(wishes.Settings ?? SettingsSources.UserFile, SettingsSources.MachinePolicy, overrides);
    }

    // What is known belongs to the folders that were named: two runs on different folders do not disturb each other.
    private static string DataFolder(WatchWishes wishes)
    {
        if (wishes.Folders.Count == 0)
        {
            return SettingsSources.UserData;
        }

        var folders = string.Join('\n', wishes.Folders.Select(Path.GetFullPath).Order(StringComparer.Ordinal));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folders)).AsSpan(0, 6));
        return Path.Combine(SettingsSources.UserData, $"watch-{name}");
    }
}
