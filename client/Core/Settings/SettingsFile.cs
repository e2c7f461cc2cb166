using System.Text;
using Validation.Client.Internal;

namespace Validation.Client;

/// <summary>
/// The settings of one user: a commented file, read again within some seconds of being changed, below what the command line says and a
/// policy that an administrator set for the whole machine. A line that is wrong is left out, and told; the rest holds. While a file is held
/// by another program, what was read before holds. Thread-safe.
/// </summary>
public sealed class SettingsFile : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly SettingsSources _sources;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private SettingsReading _reading;
    private (FileStamp? File, FileStamp? Policy) _stamps;
    private bool _isHeld;
    private bool _isMoving;

    private SettingsFile(SettingsSources sources, TimeProvider time)
    {
        _sources = sources;
        _stamps = Stamps();
        _reading = SettingsReading.Of(sources);
        _isHeld = !_reading.IsWhole;
        MoveKey();
        _timer = time.CreateTimer(_ => Look(), null, LookEvery, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The file.</summary>
    public string FilePath => _sources.FilePath;

    /// <summary>The settings in force.</summary>
    public ClientSettings Current
    {
        get
        {
            lock (_lock)
            {
                return _reading.Settings;
            }
        }
    }

    /// <summary>What is wrong in the files, in Chinese, each with its file and line.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_lock)
            {
                return _reading.Problems;
            }
        }
    }

    /// <summary>Is told, on some thread, of settings that differ from before.</summary>
    public Action<ClientSettings>? Changed { get; set; }

    /// <summary>Reads the settings. The file need not be there.</summary>
    /// <param name="sources">Where settings come from.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public static SettingsFile Open(SettingsSources sources, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new SettingsFile(sources, time ?? TimeProvider.System);
    }

    /// <summary>Writes the file if it is not there, with comments on everything that can be set.</summary>
    /// <returns>Whether it is there now.</returns>
    public bool TryCreate() => File.Exists(FilePath) || TryWrite(FilePath, Texts.SettingsTemplate.ReplaceLineEndings());

    /// <summary>Whether the setting is fixed by the policy or the command line.</summary>
    public bool IsFixed(string name) => _sources.Overrides.Any(setting => Is(setting.Name, name)) || PolicyHas(name);

    /// <summary>Writes a setting into the file; its comments and the other lines stay as they are.</summary>
    /// <param name="name">One of <see cref="SettingNames"/>.</param>
    /// <param name="values">The values, one line each; none: the default holds again.</param>
    /// <returns>Whether it was written and holds now.</returns>
    public bool TrySet(string name, params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        // What cannot be read must not be written over.
        if (IsFixed(name) || !SettingsReading.TryReadText(FilePath, out var text, out _))
        {
            return false;
        }

        var written = TryWrite(FilePath, SettingsText.With(text ?? Texts.SettingsTemplate, name, values));
        Read();
        return written;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private static bool TryWrite(string path, string text)
    {
        try
        {
            MonitorData.CreatePrivate(Path.GetDirectoryName(Path.GetFullPath(path))!);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private bool PolicyHas(string name) =>
        SettingsReading.TryReadText(_sources.PolicyPath, out var policy, out _) && policy is not null
        && SettingsText.Parse(policy).Any(line => Is(line.Name, name));

    private (FileStamp?, FileStamp?) Stamps() =>
        (DraftFiles.Stamp(_sources.FilePath), _sources.PolicyPath is { } policy ? DraftFiles.Stamp(policy) : null);

    private void Look()
    {
        if (_isHeld || _reading.HasOtherAuthority || _reading.HasOtherKey || Stamps() != _stamps)
        {
            Read();
        }

        _timer.Change(LookEvery, Timeout.InfiniteTimeSpan);
    }

    private void Read()
    {
        ClientSettings settings;
        lock (_lock)
        {
            _stamps = Stamps();
            var (before, now) = (_reading, SettingsReading.Of(_sources));
            _isHeld = !now.IsWhole;
            if (now.IsSameAs(before) || (before.IsWhole && !now.IsWhole))
            {
                return;
            }

            _reading = now;
            settings = now.Settings;
        }

        Changed?.Invoke(settings);
        MoveKey();
    }

    /// <summary>A key that somebody wrote into the file goes where the system keeps keys, if it has such a place.</summary>
    private void MoveKey()
    {
        if (_isMoving || !KeySafe.IsAvailable || _reading.OwnKey is not { } key)
        {
            return;
        }

        _isMoving = true;
        if (KeySafe.TryWrite(_reading.Settings.Server, key))
        {
            TrySet(SettingNames.Key);
        }

        _isMoving = false;
    }
}
