using System.Globalization;
using System.Text;

namespace Validation.Client.Internal;

/// <summary>The settings as all sources together give them, and what is wrong in them.</summary>
internal sealed class SettingsReading
{
    private const int MostBytes = 1 << 20;
    private const int MostDays = 365;

    private readonly List<string> _problems = [];
    private readonly List<string> _lines = [];

    private SettingsReading()
    {
    }

    /// <summary>The settings.</summary>
    public ClientSettings Settings { get; private set; } = new();

    /// <summary>Whether every file that is there could be read.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>What is wrong, with file and line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads all sources.</summary>
    public static SettingsReading Of(SettingsSources sources)
    {
        var reading = new SettingsReading();
        reading.TakeEnvironment();
        reading.TakeFile(sources.FilePath);
        reading.TakeFile(sources.PolicyPath);
        reading.Take(Texts.CommandLine, [.. sources.Overrides.Select(setting => new SettingLine(setting.Name, setting.Value, 0))]);
        return reading;
    }

    /// <summary>Whether nothing differs, nor what is wrong.</summary>
    public bool IsSameAs(SettingsReading other) =>
        _lines.SequenceEqual(other._lines, StringComparer.Ordinal) && _problems.SequenceEqual(other._problems, StringComparer.Ordinal);

    /// <summary>Reads the text of a settings file.</summary>
    /// <param name="path">The file; null: none.</param>
    /// <param name="text">The text; null: there is no file, or it cannot be read.</param>
    /// <returns>False: it is there, but cannot be read now.</returns>
    public static bool TryReadText(string? path, out string? text)
    {
        text = null;
        if (path is null)
        {
            return true;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            text = file.Length <= MostBytes ? reader.ReadToEnd() : null;
            return text is not null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void TakeEnvironment()
    {
        if (ServerAddress.TryResolve(null, out var address, out var problem))
        {
            Settings = Settings with { Server = address };
        }
        else
        {
            _problems.Add(problem);
        }

        if (ServerTrust.TryResolve(null, out var trust, out problem))
        {
            Settings = Settings with { Trust = trust };
        }
        else
        {
            Settings = Settings with { TrustProblem = problem };
            _problems.Add(problem);
        }
    }

    private void TakeFile(string? path)
    {
        if (!TryReadText(path, out var text))
        {
            IsWhole = false;
            _problems.Add(Texts.SettingsUnreadable(path!));
        }
        else if (text is not null)
        {
            Take(path!, SettingsText.Parse(text));
        }
    }

    /// <summary>Takes one source; the values of a setting replace those of the sources before.</summary>
    private void Take(string source, IReadOnlyList<SettingLine> lines)
    {
        foreach (var setting in lines.GroupBy(line => line.Name, StringComparer.OrdinalIgnoreCase))
        {
            var values = setting.ToList();
            if (Apply(setting.Key.ToLowerInvariant(), values) is { } problem)
            {
                _problems.Add(values[0].Line > 0 ? Texts.SettingProblem(source, values[0].Line, problem) : $"{source}：{problem}");
            }
            else
            {
                _lines.AddRange(values.Select(line => $"{line.Name}={line.Value}"));
            }
        }
    }

    private string? Apply(string name, IReadOnlyList<SettingLine> lines)
    {
        var value = lines[^1].Value;
        return name switch
        {
            SettingNames.Server => TakeServer(value),
            SettingNames.Folder => TakeFolders(lines),
            SettingNames.Authority => TakeAuthority(value),
            SettingNames.NotifyUnchanged => TakeFlag(name, value, flag => Settings with { NotifyUnchanged = flag }),
            SettingNames.Sound => TakeFlag(name, value, flag => Settings with { Sound = flag }),
            SettingNames.RecheckDays => TakeDays(value),
            _ => Texts.UnknownSetting(name),
        };
    }

    private string? TakeServer(string value)
    {
        if (value.Length > 0 && !ServerAddress.TryParse(value, out _))
        {
            return Texts.BadAddress(value);
        }

        Settings = value.Length > 0 && ServerAddress.TryParse(value, out var address) ? Settings with { Server = address } : Settings;
        return null;
    }

    private string? TakeFolders(IReadOnlyList<SettingLine> lines)
    {
        var written = lines.Select(line => line.Value).Where(value => value.Length > 0);
        var folders = written.Select(Environment.ExpandEnvironmentVariables).ToList();
        var relative = folders.Find(folder => !Path.IsPathFullyQualified(folder));
        Settings = Settings with { Folders = [.. folders.Where(Path.IsPathFullyQualified)] };
        return relative is null ? null : Texts.RelativeFolder(relative);
    }

    private string? TakeAuthority(string value)
    {
        if (value.Length == 0)
        {
            Settings = Settings with { Trust = ServerTrust.System, TrustProblem = null };
            return null;
        }

        var pinned = ServerTrust.TryPin(Environment.ExpandEnvironmentVariables(value), out var trust, out var problem);
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
            return Texts.BadFlag(name, value);
        }

        Settings = with(flag.Value);
        return null;
    }

    private string? TakeDays(string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
        {
            return Texts.BadDays(value, MostDays);
        }

        Settings = Settings with { RecheckDays = days };
        return null;
    }
}
