using System.Text;
using Validation.Client.Drafts;

namespace Validation.Client.Settings;

/// <summary>The settings of a user: a file with comments, which is read again a few seconds after a change. The machine's policy and the
/// command line win over it. A wrong line is reported and left out; the rest holds. While another program holds the file, the settings
/// read before stay. Thread-safe.</summary>
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

    /// <summary>The path of the user's settings file.</summary>
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

    /// <summary>Why no server may be asked, in Chinese: the address that was written is none, or its certificates cannot be checked as was
    /// asked. Null: it may.</summary>
    public string? Refusal
    {
        get
        {
            lock (_lock)
            {
                return _reading.AddressProblem ?? _reading.Settings.TrustProblem;
            }
        }
    }

    /// <summary>Called, on any thread, when the settings have changed.</summary>
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
    public bool TryCreate() => File.Exists(FilePath) || TryWrite(FilePath, SettingsTexts.SettingsTemplate.ReplaceLineEndings());

    /// <summary>The strongest source that says something of a setting: it decides.</summary>
    public SettingOrigin OriginOf(string name)
    {
        lock (_lock)
        {
            return _reading.OriginOf(name);
        }
    }

    /// <summary>Whether the setting is fixed by the policy or the command line.</summary>
    public bool IsFixed(string name) => OriginOf(name) is SettingOrigin.Policy or SettingOrigin.CommandLine;

    /// <summary>What that source says of a setting, right or wrong, as it is written there; none: no source says anything. A key is not
    /// given out.</summary>
    public IReadOnlyList<string> ValuesOf(string name)
    {
        lock (_lock)
        {
            return _reading.ValuesOf(name);
        }
    }

    /// <summary>Writes a setting into the file; its comments and the other lines stay as they are.</summary>
    /// <param name="name">One of <see cref="SettingNames"/>.</param>
    /// <param name="values">The values, one line each; none: the default holds again.</param>
    /// <returns>Whether it was written and holds now.</returns>
    public bool TrySet(string name, params IReadOnlyList<string> values) => TrySet([new SettingChange(name, values)]);

    /// <summary>Writes several settings into the file at once; comments and the other lines stay as they are.</summary>
    /// <returns>Whether they were written and hold now: all, or none.</returns>
    public bool TrySet(IReadOnlyList<SettingChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        // A file that cannot be read must not be overwritten.
        if (changes.Any(change => IsFixed(change.Name)) || !SettingsReading.TryReadText(FilePath, out var text, out _))
        {
            return false;
        }

        text = changes.Aggregate(
            text ?? SettingsTexts.SettingsTemplate.ReplaceLineEndings(),
            (before, change) => SettingsText.With(before, change.Name, change.Values));
        var written = TryWrite(FilePath, text);
        Read();
        return written;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private static bool TryWrite(string path, string text)
    {
        try
        {
            PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(path))!);
            // The mark is for editors that would otherwise take the text for one in the code page of the system.
            AtomicFile.Write(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

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

    /// <summary>Moves a key from the file to where the system keeps keys, if it has such a place.</summary>
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

/// <summary>What a setting is to be.</summary>
/// <param name="Name">One of <see cref="SettingNames"/>.</param>
/// <param name="Values">The values, one line each; none: the setting is no longer said in the file.</param>
public sealed record SettingChange(string Name, IReadOnlyList<string> Values);
