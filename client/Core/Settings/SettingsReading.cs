using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Validation.Client.Connection;
using Validation.Client.Drafts;

namespace Validation.Client.Settings;

/// <summary>The settings as all sources together give them, and what is wrong in them.</summary>
internal sealed class SettingsReading
{
    private const int MostBytes = 1 << 20;
    private const int MostDays = 365;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<string> _problems = [];
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, (SettingOrigin Origin, IReadOnlyList<string> Values)> _said = new(StringComparer.OrdinalIgnoreCase);
    private string? _environmentProblem;
    private string? _authority;
    private FileStamp? _authorityStamp;
    private bool _asksSafe;
    private ServerKey? _sessionKey;

    private SettingsReading()
    {
    }

    /// <summary>The settings that are in force.</summary>
    public ClientSettings Settings { get; private set; } = new();

    /// <summary>Whether the key that the system keeps has come, gone or changed since.</summary>
    public bool HasOtherKey => _asksSafe && !Equals(KeySafe.Read(Settings.Server), Settings.Key);

    /// <summary>The key, if it stands in the user's file; else null.</summary>
    public ServerKey? OwnKey { get; private set; }

    /// <summary>Whether every file that is there could be read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Whether the file of authorities has come, gone or changed since.</summary>
    public bool HasOtherAuthority => _authority is not null && DraftFiles.Stamp(_authority) != _authorityStamp;

    /// <summary>What is wrong, with file and line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Why the address of the server is not the one that was written where it is decided; null: it is.</summary>
    public string? AddressProblem { get; private set; }

    /// <summary>The strongest source that says something of a setting, even if what it says is wrong.</summary>
    public SettingOrigin OriginOf(string name) => _said.TryGetValue(name, out var said) ? said.Origin : SettingOrigin.Default;

    /// <summary>What that source says, as it is written there; none: no source says anything.</summary>
    public IReadOnlyList<string> ValuesOf(string name) => _said.TryGetValue(name, out var said) ? said.Values : [];

    /// <summary>Reads all sources in their order; what is wrong in them is in <see cref="Problems"/>.</summary>
    public static SettingsReading Of(SettingsSources sources)
    {
        var reading = new SettingsReading();
        reading.TakeEnvironment();
        reading.TakeFile(sources.FilePath, SettingOrigin.File);
        reading.TakeFile(sources.PolicyPath, SettingOrigin.Policy);
        var server = reading.Settings.Server;
        var overrides = sources.Overrides.Select(setting => new SettingLine(setting.Name, setting.Value, 0));
        reading.Take(SettingsTexts.CommandLine, [.. overrides], SettingOrigin.CommandLine);
        // A key that stands beside another server is not for this one.
        var key = reading.Settings.Server == server ? reading.Settings.Key : reading._sessionKey;
        reading.Settings = reading.Settings with { Key = sources.Key ?? key };
        reading.OwnKey = Equals(reading.OwnKey, reading.Settings.Key) ? reading.OwnKey : null;
        reading.Conclude();
        return reading;
    }

    /// <summary>Whether nothing differs, nor what is wrong.</summary>
    public bool IsSameAs(SettingsReading other) =>
        _lines.SequenceEqual(other._lines, StringComparer.Ordinal) && _problems.SequenceEqual(other._problems, StringComparer.Ordinal);

    /// <summary>Reads the text of a settings file.</summary>
    /// <param name="path">The file; null: none.</param>
    /// <param name="text">The text; null: there is no file, or it cannot be read.</param>
    /// <param name="problem">Why it cannot be read though it is there, in Chinese; null: it can.</param>
    public static bool TryReadText(string? path, out string? text, [NotNullWhen(false)] out string? problem)
    {
        (text, problem) = (null, null);
        if (path is null)
        {
            return true;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Strict);
            text = file.Length <= MostBytes ? reader.ReadToEnd() : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (DecoderFallbackException)
        {
            problem = SettingsTexts.SettingsNotUtf8(path);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The problem is told below.
        }

        problem = text is null ? SettingsTexts.SettingsUnreadable(path) : null;
        return problem is null;
    }

    private void TakeEnvironment()
    {
        if (Environment.GetEnvironmentVariable(ServerAddress.EnvironmentVariable) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            var isAddress = ServerAddress.TryParse(text, out var address, out _environmentProblem);
            Settings = isAddress ? Settings with { Server = address! } : Settings;
            _said[SettingNames.Server] = (SettingOrigin.Environment, [text]);
        }

        if (ServerKey.OfEnvironment() is { } key && TakeKey(key) is { } unreadable)
        {
            _problems.Add(unreadable);
        }

        _sessionKey = Settings.Key;
        var file = Environment.GetEnvironmentVariable(ServerTrust.EnvironmentVariable) ?? "";
        if (TakeAuthority(file) is { } untrusted)
        {
            _problems.Add(untrusted);
        }

        if (file.Length > 0)
        {
            _said[SettingNames.Authority] = (SettingOrigin.Environment, [file]);
        }
    }

    private void TakeFile(string? path, SettingOrigin origin)
    {
        if (!TryReadText(path, out var text, out var problem))
        {
            IsWhole = false;
            _problems.Add(problem);
        }
        else if (text is not null)
        {
            var lines = SettingsText.Parse(text);
            Take(path!, lines, origin);
            if (origin == SettingOrigin.File && lines.Any(line => Is(line.Name, SettingNames.Key)))
            {
                OwnKey = Settings.Key;
                TightenRights(path!);
            }
        }
    }

    /// <summary>Takes one source; the values of a setting replace those of the sources before.</summary>
    private void Take(string source, IReadOnlyList<SettingLine> lines, SettingOrigin origin)
    {
        foreach (var setting in lines.GroupBy(line => line.Name, StringComparer.OrdinalIgnoreCase))
        {
            var values = setting.ToList();
            var problem = Apply(setting.Key.ToLowerInvariant(), values);
            if (problem is not null)
            {
                var line = values[0].Line;
                problem = line > 0 ? SettingsTexts.SettingProblem(source, line, problem) : $"{source}：{problem}";
                _problems.Add(problem);
            }

            Note(setting.Key, values, origin, problem);
            // Also of lines with a problem: what is right in them holds.
            _lines.AddRange(values.Select(line => $"{line.Name}={line.Value}"));
        }
    }

    /// <summary>Notes who decides a setting. A line without a value in the user's file decides nothing; in the policy it still keeps the
    /// user from setting it.</summary>
    private void Note(string name, List<SettingLine> values, SettingOrigin origin, string? problem)
    {
        if (origin == SettingOrigin.File && values[^1].Value.Length == 0)
        {
            return;
        }

        // A key is repeated nowhere.
        var isKey = Is(name, SettingNames.Key);
        _said[name] = (origin, [.. values.Select(line => line.Value).Where(value => value.Length > 0 && !isKey)]);
        if (Is(name, SettingNames.Server) && values[^1].Value.Length > 0)
        {
            (AddressProblem, _environmentProblem) = (problem, null);
        }
    }

    /// <summary>What follows from all sources together.</summary>
    private void Conclude()
    {
        if (_environmentProblem is not null)
        {
            AddressProblem = _environmentProblem;
            _problems.Add(_environmentProblem);
        }

        if (Settings.TrustProblem is null && Settings.Trust.ProblemWith(Settings.Server) is { } problem)
        {
            Settings = Settings with { TrustProblem = problem };
            _problems.Add(problem);
        }

        if (Settings.Key is null && KeySafe.IsAvailable)
        {
            _asksSafe = true;
            Settings = Settings with { Key = KeySafe.Read(Settings.Server) };
            _lines.Add($"{Settings.Key?.Reveal()}");
        }

        // A file of authorities that came late, or was replaced, makes other settings of the same lines.
        _lines.Add($"{_authorityStamp}");
    }

    private string? Apply(string name, IReadOnlyList<SettingLine> lines)
    {
        var value = lines[^1].Value;
        return name switch
        {
            SettingNames.Server => TakeServer(value),
            SettingNames.Key => TakeKey(value),
            SettingNames.Folder => TakeFolders(lines),
            SettingNames.Authority => TakeAuthority(value),
            SettingNames.NotifyUnchanged => TakeFlag(name, value, flag => Settings with { NotifyUnchanged = flag }),
            SettingNames.NotifyErrorsOnly => TakeFlag(name, value, flag => Settings with { NotifyErrorsOnly = flag }),
            SettingNames.Sound => TakeFlag(name, value, flag => Settings with { Sound = flag }),
            SettingNames.RecheckDays => TakeDays(value),
            _ => SettingsTexts.UnknownSetting(name),
        };
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private string? TakeServer(string value)
    {
        string? problem = null;
        if (value.Length > 0 && ServerAddress.TryParse(value, out var address, out problem))
        {
            Settings = Settings with { Server = address };
        }

        return problem;
    }

    private string? TakeKey(string value)
    {
        ServerKey? key = null;
        string? problem = null;
        Settings = value.Length == 0 || ServerKey.TryRead(value, out key, out problem) ? Settings with { Key = key } : Settings;
        return problem;
    }

    /// <summary>A file with a key is its user's alone. Windows gives a user's folder such rights by itself.</summary>
    private void TightenRights(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            if ((File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                _problems.Add(SettingsTexts.KeyWasOpen(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(SettingsTexts.KeyIsOpen(path));
        }
    }

    private string? TakeFolders(IReadOnlyList<SettingLine> lines)
    {
        var written = lines.Select(line => line.Value).Where(value => value.Length > 0);
        var folders = written.Select(Environment.ExpandEnvironmentVariables).ToList();
        var relative = folders.Find(folder => !Path.IsPathFullyQualified(folder));
        Settings = Settings with { Folders = [.. folders.Where(Path.IsPathFullyQualified)] };
        return relative is null ? null : SettingsTexts.RelativeFolder(relative);
    }

    private string? TakeAuthority(string value)
    {
        _authority = value.Length > 0 ? Environment.ExpandEnvironmentVariables(value) : null;
        if (_authority is null)
        {
            Settings = Settings with { Trust = ServerTrust.System, TrustProblem = null };
            return null;
        }

        _authorityStamp = DraftFiles.Stamp(_authority);
        var pinned = ServerTrust.TryPin(_authority, out var trust, out var problem);
        Settings = Settings with { Trust = trust ?? ServerTrust.System, TrustProblem = problem };
        return pinned ? null : problem;
    }

    private string? TakeFlag(string name, string value, Func<bool, ClientSettings> with)
    {
        bool? flag = value.ToLowerInvariant() switch
        {
            "是" or "yes" or "true" or "on" or "1" => true,
            "否" or "no" or "false" or "off" or "0" => false,
            _ => null,
        };
        if (flag is null)
        {
            return SettingsTexts.BadFlag(name, value);
        }

        Settings = with(flag.Value);
        return null;
    }

    private string? TakeDays(string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
        {
            return SettingsTexts.BadDays(value, MostDays);
        }

        Settings = Settings with { RecheckDays = days };
        return null;
    }
}
