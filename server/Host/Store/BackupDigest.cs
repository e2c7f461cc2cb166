using System.Security.Cryptography;
using Google.Protobuf;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Follows the parts of a backup and tells whether they are all there and unharmed. Not thread-safe.</summary>
internal sealed class BackupDigest : IDisposable
{
    /// <summary>The format that this program writes and reads.</summary>
    public const int Format = 1;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes the next part into account.</summary>
    public void Add(BackupPart part)
    {
        using var buffer = new MemoryStream();
        part.WriteDelimitedTo(buffer);
        _hash.AppendData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        Rows += part.Rows?.Rows.Count ?? 0;
    }

    /// <summary>The part that ends what was added.</summary>
    public BackupEnd End()
    {
        return new BackupEnd { Rows = Rows, Sha256 = ByteString.CopyFrom(_hash.GetCurrentHash()) };
    }

    /// <summary>Whether a backup with this head can be taken.</summary>
    /// <returns>Null: it can. Invalid: it is no backup. Conflict: it is of a newer program.</returns>
    public static Refusal? Check(BackupHead? head, int schemaVersion)
    {
        return head is null || head.Format < 1 ? new Refusal(RefusalKind.Invalid, Texts.BackupDamaged)
            : head.Format > Format || head.SchemaVersion > schemaVersion ? new Refusal(RefusalKind.Conflict, Texts.BackupTooNew)
            : null;
    }

    public void Dispose()
    {
        _hash.Dispose();
    }
}
