using System.Text;
using System.Text.Json;
using Validation.Client.Drafts;
using Validation.Client.Settings;

namespace Validation.Client.Monitor;

/// <summary>What is known of the drafts, in memory and in a file of JSON lines. Each change is appended, and the last line about a path
/// holds. A draft that differs from its line waits for its check, also after a kill or a restart. What cannot be written now is written
/// later. Not thread-safe.</summary>
internal sealed class DraftLedger
{
    private const int SpareLines = 1000;
    private const int MostDeparted = 200;

    private readonly string _path;
    private readonly Dictionary<string, DraftRecord> _records = new(DraftFiles.Names);
    private readonly Dictionary<string, DraftRecord> _unwritten = new(DraftFiles.Names);
    private readonly List<DraftRecord> _departed = [];
    private int _lines;
    private bool _isTorn;

    /// <summary>Reads the file of an earlier process. Lines that are damaged are skipped.</summary>
    /// <param name="path">The file; it need not be there.</param>
    public DraftLedger(string path)
    {
        _path = path;
        Load();
    }

    /// <summary>True: every change is on disk.</summary>
    public bool IsWritten => _unwritten.Count == 0;

    /// <summary>The drafts that are known.</summary>
    public IEnumerable<DraftRecord> Drafts => _records.Values.Where(record => !record.IsFolder);

    /// <summary>The drafts that were judged, and the last of those that are known no longer: a draft that comes with the content of one of
    /// them may be it, under another name.</summary>
    public IReadOnlyList<DraftRecord> Judged =>
        [.. Drafts.Concat(_departed).Where(record => record is { Sha256: not null, Verdict: not null })];

    /// <summary>What is known of a draft; null: nothing.</summary>
    public DraftRecord? Find(string path) => _records.GetValueOrDefault(path) is { IsFolder: false } record ? record : null;

    /// <summary>The folders of which all drafts are known that were there at first.</summary>
    public IReadOnlyList<string> LearnedFolders => [.. _records.Values.Where(record => record.IsFolder).Select(record => record.FilePath)];

    /// <summary>The drafts that are known below a folder, whether or not it was learned.</summary>
    public IReadOnlyDictionary<string, FileStamp> In(string folder) => Drafts
        .Where(record => DraftFiles.IsBelow(record.FilePath, folder))
        .ToDictionary(record => record.FilePath, record => record.Stamp, DraftFiles.Names);

    /// <summary>The place that a folder was when it was seen last; null: unknown.</summary>
    public string? PlaceOf(string folder) => _records.GetValueOrDefault(folder)?.Place;

    /// <summary>Takes the drafts of a folder for known; what is known of them already stays.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="drafts">The drafts that are there.</param>
    /// <param name="place">The place that the folder is; null: unknown.</param>
    public void Learn(string folder, IReadOnlyDictionary<string, FileStamp> drafts, string? place)
    {
        foreach (var (path, stamp) in drafts)
        {
            if (!_records.ContainsKey(path))
            {
                Put(DraftRecord.Learned(path, stamp));
            }
        }

        Put(new DraftRecord { FilePath = folder, IsFolder = true, Place = place });
    }

    /// <summary>A folder that was learned is at this place now.</summary>
    public void Locate(string folder, string place)
    {
        if (_records.GetValueOrDefault(folder) is { IsFolder: true } record
            && !string.Equals(record.Place, place, StringComparison.Ordinal))
        {
            Put(record with { Place = place });
        }
    }

    /// <summary>Keeps a record; <see cref="TryWrite"/> writes it.</summary>
    public void Put(DraftRecord record)
    {
        if (record.IsGone)
        {
            _records.Remove(record.FilePath);
        }
        else
        {
            _records[record.FilePath] = record;
        }

        _unwritten[record.FilePath] = record;
    }

    /// <summary>Forgets a draft and all that is known of it.</summary>
    public void Forget(string path)
    {
        if (_records.TryGetValue(path, out var record))
        {
            _departed.Add(record);
            _departed.RemoveRange(0, Math.Max(0, _departed.Count - MostDeparted));

            Put(new DraftRecord { FilePath = path, IsGone = true });
        }
    }

    /// <summary>A draft has another name, or is in another folder.</summary>
    public void Move(DraftRecord from, DraftRecord to)
    {
        // A draft moves once: what comes after it with the same content is a copy.
        _departed.RemoveAll(record => DraftFiles.Names.Equals(record.FilePath, from.FilePath));
        if (_records.ContainsKey(from.FilePath))
        {
            Put(new DraftRecord { FilePath = from.FilePath, IsGone = true });
        }

        Put(to);
    }

    /// <summary>Writes what is not on disk yet.</summary>
    /// <returns>Whether everything is on disk now.</returns>
    public bool TryWrite()
    {
        if (IsWritten)
        {
            return true;
        }

        try
        {
            if (_lines > (2 * _records.Count) + SpareLines)
            {
                Rewrite();
            }
            else
            {
                Append();
            }

            _unwritten.Clear();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Load()
    {
        try
        {
            foreach (var line in File.ReadLines(_path))
            {
                _lines++;
                if (Parse(line) is { } record)
                {
                    _records.Remove(record.FilePath);
                    if (!record.IsGone)
                    {
                        _records.Add(record.FilePath, record);
                    }
                }
            }

            // A kill may have left half a line.
            _isTorn = _lines > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is no file yet, or it cannot be read: the drafts that are there count as known.
        }
    }

    private static DraftRecord? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, LedgerJson.Default.DraftRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Append()
    {
        var lines = Lines(_unwritten.Values);
        if (_isTorn)
        {
            lines.Insert(0, '\n');
        }

        _isTorn = true;
        using (var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            file.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        }

        _isTorn = false;
        _lines += _unwritten.Count;
    }

    private void Rewrite()
    {
        AtomicFile.Write(_path, Encoding.UTF8.GetBytes(Lines(_records.Values).ToString()));
        _isTorn = false;
        _lines = _records.Count;
    }

    private static StringBuilder Lines(IEnumerable<DraftRecord> records)
    {
        var lines = new StringBuilder();
        // Folders come last: if a kill cuts the file, a folder without its line is learned again.
        foreach (var record in records.OrderBy(record => record.IsFolder))
        {
            lines.Append(JsonSerializer.Serialize(record, LedgerJson.Default.DraftRecord)).Append('\n');
        }

        return lines;
    }
}
