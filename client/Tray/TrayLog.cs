using System.Globalization;
using Validation.Client.Wording;

namespace Validation.Tray;

/// <summary>A small file that says what the program did: for whoever looks for a fault. It names drafts, and never says what is in them.
/// Thread-safe. Where it cannot be written, the program works without it.</summary>
internal sealed class TrayLog : IDisposable
{
    private const long Largest = 1 << 20;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private StreamWriter? _writer;

    /// <summary>Opens the log in a folder, which is made if need be.</summary>
    public TrayLog(string folder, TimeProvider time)
    {
        _time = time;
        FilePath = Path.Combine(folder, "tray.log");
        Open();
    }

    /// <summary>The file.</summary>
    public string FilePath { get; }

    /// <summary>Writes a line.</summary>
    public void Write(FormattableString line)
    {
        lock (_lock)
        {
            if (_writer?.BaseStream.Length > Largest)
            {
                _writer.Dispose();
                Open();
            }

            try
            {
                var text = OutsideText.Line(line.ToString(CultureInfo.InvariantCulture));
                _writer?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_time.GetLocalNow():O} {text}"));
            }
            catch (IOException)
            {
                _writer = null;
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    private void Open()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            if (new FileInfo(FilePath) is { Exists: true, Length: > Largest })
            {
                File.Move(FilePath, Path.ChangeExtension(FilePath, ".old.log"), overwrite: true);
            }

            var stream = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            _writer = new StreamWriter(stream) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _writer = null;
        }
    }
}
