using System.Globalization;
using Validation.Client.Wording;

namespace Validation.Tray;

/// <summary>A small log of what the program does, for whoever looks for a fault. It names drafts and holds nothing of their content.
/// Thread-safe. Where the file cannot be written, the program works without it.</summary>
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

    /// <summary>The path of the log file.</summary>
    public string FilePath { get; }

    /// <summary>Appends a line with the time before it.</summary>
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

    /// <summary>Closes the log file; lines that are written afterwards are not kept.</summary>
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
