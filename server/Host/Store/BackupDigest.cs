using System.Security.Cryptography;
using Google.Protobuf;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Checks that the parts of a backup are complete and undamaged. Not thread-safe.</summary>
internal sealed class BackupDigest : IDisposable
{
    /// <summary>The format that this program writes and reads.</summary>
    public const int Format = 1;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The number of rows that were added so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds the next part to the digest.</summary>
    public void Add(BackupPart part)
    {
        using var buffer = new MemoryStream();
        part.WriteDelimitedTo(buffer);
        _hash.AppendData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        Rows += part.Rows?.Rows.Count ?? 0;
    }

    /// <summary>Makes the last part, with the digest of all parts before it.</summary>
    public BackupEnd End()
    {
        return new BackupEnd { Rows = Rows, Sha256 = ByteString.CopyFrom(_hash.GetCurrentHash()) };
    }

    /// <summary>Whether this program can restore a backup with this head.</summary>
    /// <returns>Null: it can. Invalid: it is no backup. Conflict: it is of a newer program.</returns>
    public static Refusal? Check(BackupHead? head, int schemaVersion)
    {
        return head is null || head.Format < 1 ? new Refusal(RefusalKind.Invalid, StoreTexts.BackupDamaged)
            : head.Format > Format || head.SchemaVersion > schemaVersion ? new Refusal(RefusalKind.Conflict, StoreTexts.BackupTooNew)
            : null;
    }

    public void Dispose()
    {
        _hash.Dispose();
    }
}
