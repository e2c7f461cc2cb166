using System.Text.Json;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>The keys as a file in the data folder: what a server goes by that starts while the store is out of reach. It holds digests
/// only, and nobody but the server's account can read it. Not thread-safe.</summary>
internal sealed class KnownKeys(IDisk disk)
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "known-keys";

    /// <summary>Writes the keys' digests to the file, in place of those before.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be written.</exception>
    public void Write(IReadOnlyList<StoredKey> keys)
    {
        var temporary = $"{FileName}.{Environment.ProcessId}.tmp";
        disk.Write(temporary, JsonSerializer.SerializeToUtf8Bytes(keys));
        disk.Rename(temporary, FileName);
    }

    /// <summary>The keys that were kept last. Null: none were, or the file is damaged.</summary>
    public IReadOnlyList<StoredKey>? Read()
    {
        try
        {
            return disk.Read(FileName) is { } bytes ? JsonSerializer.Deserialize<IReadOnlyList<StoredKey>>(bytes) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
