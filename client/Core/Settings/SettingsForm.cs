using Validation.Client.Connection;

namespace Validation.Client.Settings;

/// <summary>When the clerk is notified of an answer.</summary>
public enum NotifyLevel
{
    /// <summary>Of every save, also of one that changes nothing.</summary>
    EverySave,

    /// <summary>Where something is wrong, or the answer is another than before.</summary>
    Changes,

    /// <summary>Where there are errors or no verdict.</summary>
    ErrorsOnly,
}

/// <summary>What stands in the fields of a form for settings, as it was typed. Immutable.</summary>
/// <param name="Server">The address of the server; empty: none.</param>
/// <param name="Authority">The file of authorities; empty: none.</param>
/// <param name="Folders">The folders to watch.</param>
/// <param name="Notify">When the clerk is notified.</param>
public sealed record SettingsEntries(string Server, string Authority, IReadOnlyList<string> Folders, NotifyLevel Notify);

/// <summary>A form for the settings that a clerk changes: what stands in it at first, what is wrong with what was typed, and what is to be
/// written. What was not changed is not written, and what stands wrong in the file hinders nobody from changing something else.</summary>
public sealed class SettingsForm
{
    private const string Yes = "是";
    private const string No = "否";
    private const int FullWidthGap = '\uFF01' - '!';

    private readonly SettingsFile _file;
    private readonly ClientSettings _settings;

    private SettingsForm(SettingsFile file)
    {
        (_file, _settings) = (file, file.Current);
        Entries = new SettingsEntries(
            Last(file.ValuesOf(SettingNames.Server)),
            Last(file.ValuesOf(SettingNames.Authority)),
            file.ValuesOf(SettingNames.Folder),
            _settings.NotifyErrorsOnly ? NotifyLevel.ErrorsOnly : _settings.NotifyUnchanged ? NotifyLevel.EverySave : NotifyLevel.Changes);
    }

    /// <summary>What stands in the fields at first: the values of the sources that decide, as they were written there.</summary>
    public SettingsEntries Entries { get; }

    /// <summary>The form for the settings as they are now.</summary>
    public static SettingsForm Of(SettingsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new SettingsForm(file);
    }

    /// <summary>Why a setting cannot be changed here, in Chinese; null: it can. The two settings about notifications go together.</summary>
    public string? WhyFixed(string name) => _file.OriginOf(name) switch
    {
        SettingOrigin.Policy => SettingsTexts.FixedByPolicy,
        SettingOrigin.CommandLine => SettingsTexts.FixedByCommandLine,
        _ => name == SettingNames.NotifyErrorsOnly ? WhyFixed(SettingNames.NotifyUnchanged) : null,
    };

    /// <summary>What is to be known of an entry for the server beside the field, in Chinese; empty: nothing.</summary>
    public string ServerHint(SettingsEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Server.Trim().Length == 0 ? SettingsTexts.NoServer
            : _file.OriginOf(SettingNames.Server) == SettingOrigin.Environment && Same(entries.Server, Entries.Server)
                ? SettingsTexts.ServerOfEnvironment
            : string.Empty;
    }

    /// <summary>What is wrong with entries, each with the name of its setting, in the order of the form.</summary>
    public static IReadOnlyList<(string Name, string Problem)> Problems(SettingsEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var problems = new List<(string, string)>();
        ServerAddress? address = null;
        if (Address(entries) is { Length: > 0 } text && !ServerAddress.TryParse(text, out address, out var badAddress))
        {
            problems.Add((SettingNames.Server, badAddress));
        }

        if (!TryTrust(entries, out var trust, out var badAuthority))
        {
            problems.Add((SettingNames.Authority, badAuthority!));
        }
        else if (address is not null && trust.ProblemWith(address) is { } plain)
        {
            problems.Add((SettingNames.Server, plain));
        }

        var folders = entries.Folders.Where(folder => !Path.IsPathFullyQualified(Environment.ExpandEnvironmentVariables(folder)));
        problems.AddRange(folders.Take(1).Select(folder => (SettingNames.Folder, SettingsTexts.RelativeFolder(folder))));
        return problems;
    }

    /// <summary>The problems that have to be mended first: those of what was changed.</summary>
    public IReadOnlyList<(string Name, string Problem)> Hindrances(SettingsEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        // An authority and an address over which it shows nothing are both to blame.
        var isOtherWay = IsChanged(SettingNames.Server, entries) || IsChanged(SettingNames.Authority, entries);
        return [.. Problems(entries).Where(problem => problem.Name == SettingNames.Folder ? IsChanged(problem.Name, entries) : isOtherWay)];
    }

    /// <summary>The server of the entries, for a test of it.</summary>
    /// <param name="entries">What was typed.</param>
    /// <param name="server">The server; null: there is none.</param>
    /// <param name="trust">Whose certificates it may show.</param>
    /// <param name="problem">Why there is none, in Chinese, with the name of the setting; null: there is one.</param>
    public static bool TryGetServer(
        SettingsEntries entries, out ServerAddress? server, out ServerTrust trust, out (string Name, string Problem)? problem)
    {
        (server, trust) = (null, ServerTrust.System);
        problem = Problems(entries).Cast<(string Name, string Problem)?>().FirstOrDefault(one => one!.Value.Name != SettingNames.Folder);
        if (problem is not null)
        {
            return false;
        }

        TryTrust(entries, out trust, out _);
        var isWritten = ServerAddress.TryParse(Address(entries), out var address);
        server = isWritten ? address : ServerAddress.Default;
        return true;
    }

    /// <summary>What has to be written so that the entries hold.</summary>
    public IReadOnlyList<SettingChange> Changes(SettingsEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var changes = new List<SettingChange>();
        AddIfChanged(SettingNames.Server, Value(Address(entries)));
        AddIfChanged(SettingNames.Authority, Value(entries.Authority.Trim().Trim('"')));
        AddIfChanged(SettingNames.Folder, entries.Folders);
        if (IsChanged(SettingNames.NotifyErrorsOnly, entries))
        {
            AddFlag(SettingNames.NotifyErrorsOnly, _settings.NotifyErrorsOnly, entries.Notify == NotifyLevel.ErrorsOnly);
            if (entries.Notify != NotifyLevel.ErrorsOnly)
            {
                AddFlag(SettingNames.NotifyUnchanged, _settings.NotifyUnchanged, entries.Notify == NotifyLevel.EverySave);
            }
        }

        return changes;

        void AddIfChanged(string name, IReadOnlyList<string> values)
        {
            if (IsChanged(name, entries))
            {
                changes.Add(new SettingChange(name, values));
            }
        }

        void AddFlag(string name, bool before, bool now)
        {
            if (before != now)
            {
                changes.Add(new SettingChange(name, [now ? Yes : No]));
            }
        }
    }

    private bool IsChanged(string name, SettingsEntries entries) => WhyFixed(name) is null && name switch
    {
        SettingNames.Server => !Same(entries.Server, Entries.Server),
        SettingNames.Authority => !Same(entries.Authority, Entries.Authority),
        SettingNames.Folder => !entries.Folders.SequenceEqual(Entries.Folders, StringComparer.Ordinal),
        _ => entries.Notify != Entries.Notify,
    };

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.Ordinal);

    private static string Last(IReadOnlyList<string> values) => values is [.., var last] ? last : string.Empty;

    private static IReadOnlyList<string> Value(string text) => text.Length == 0 ? [] : [text];

    /// <summary>The address as it is meant: an input method for Chinese writes signs and figures in full width.</summary>
    private static string Address(SettingsEntries entries) => string.Concat(entries.Server.Trim().Select(character => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - FullWidthGap),
        '。' => '.',
        '、' => ',',
        _ => character,
    }));

    private static bool TryTrust(SettingsEntries entries, out ServerTrust trust, out string? problem)
    {
        (trust, problem) = (ServerTrust.System, null);
        var file = entries.Authority.Trim().Trim('"');
        if (file.Length == 0)
        {
            return true;
        }

        var pinned = ServerTrust.TryPin(Environment.ExpandEnvironmentVariables(file), out var other, out problem);
        trust = other ?? ServerTrust.System;
        return pinned;
    }
}
