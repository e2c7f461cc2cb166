using System.Security.Cryptography;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>A backup of a server as a file: its parts one after another, each after its length.</summary>
public static class BackupFile
{
    /// <summary>Reads the parts in the order of the file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged there.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<BackupPart> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        while (file.Position < file.Length)
        {
            yield return Next(file);
        }
    }

    /// <summary>Checks that a backup is complete and undamaged.</summary>
    /// <returns>What it is and how many rows it has; null: it is damaged, or no backup.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (BackupHead Head, long Rows)? Verify(Stream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        BackupHead? head = null;
        var rows = 0L;
        try
        {
            foreach (var part in Read(file))
            {
                if (part.End is { } end)
                {
                    var isWhole = head is not null && file.Position == file.Length && end.Rows == rows
                        && end.Sha256.Span.SequenceEqual(hash.GetCurrentHash());
                    return isWhole ? (head!, rows) : null;
                }

                head ??= part.Head;
                rows += part.Rows?.Rows.Count ?? 0;
                using var buffer = new MemoryStream();
                part.WriteDelimitedTo(buffer);
                hash.AppendData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            }
        }
        catch (InvalidDataException)
        {
            // Then the backup is damaged.
        }

        return null;
    }

    private static BackupPart Next(Stream file)
    {
        try
        {
            return BackupPart.Parser.ParseDelimitedFrom(file);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
