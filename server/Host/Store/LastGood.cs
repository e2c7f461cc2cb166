using System.Buffers.Binary;
using System.Security.Cryptography;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>The rule set in force as a file, and the one before: what a server works with when the store is out of reach. A damaged file
/// is noticed and passed over. Not thread-safe.</summary>
internal sealed class LastGood(IDisk disk)
{
    /// <summary>The newest one's file name.</summary>
    public const string FileName = "last-good";

    /// <summary>The file name of the one before.</summary>
    public const string PreviousFileName = "last-good.previous";

    private const int Numbers = 2 * sizeof(long);

    // The layout of the file: these bytes, SHA-256 of all that follows, revision, time in Unix milliseconds, the message.
    private static readonly byte[] Magic = "validation-rules-1\n"u8.ToArray();

    /// <summary>Writes a rule set. If this fails half-way, one of the two files is still whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Write(StoredRuleSet rules)
    {
        var body = Body(rules);
        var temporary = $"{FileName}.{Environment.ProcessId}.tmp";
        disk.Write(temporary, [.. Magic, .. SHA256.HashData(body), .. body]);
        // A rule set that the file has already, or a damaged file, must not replace the one before.
        if (Parse(disk.Read(FileName)) is { } current && current.Version != rules.Version)
        {
            disk.Rename(FileName, PreviousFileName);
        }

        disk.Rename(temporary, FileName);
    }

    /// <summary>The newest rule set that is whole.</summary>
    /// <param name="damaged">True: the newest file cannot be used.</param>
    /// <returns>Null: there is none.</returns>
    /// <exception cref="IOException">The files cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The files must not be read.</exception>
    public StoredRuleSet? Read(out bool damaged)
    {
        var bytes = disk.Read(FileName);
        var newest = Parse(bytes);
        damaged = bytes is not null && newest is null;
        return newest ?? Parse(disk.Read(PreviousFileName));
    }

    private static byte[] Body(StoredRuleSet rules)
    {
        var message = new RuleSetContent
        {
            Version = rules.Version,
            Sha256 = rules.Sha256,
            NationalVersion = rules.NationalVersion,
            National = { rules.National },
            Overlay = new RuleOverlay { Files = { rules.Overlay } },
            Publication = rules.Publication,
        };
        var body = new byte[Numbers + message.CalculateSize()];
        BinaryPrimitives.WriteInt64BigEndian(body, rules.Revision);
        BinaryPrimitives.WriteInt64BigEndian(body.AsSpan(sizeof(long)), rules.At.ToUnixTimeMilliseconds());
        message.WriteTo(body.AsSpan(Numbers));
        return body;
    }

    private static StoredRuleSet? Parse(byte[]? bytes)
    {
        var head = Magic.Length + SHA256.HashSizeInBytes;
        if (bytes is null || bytes.Length < head + Numbers || !bytes.AsSpan().StartsWith(Magic))
        {
            return null;
        }

        var body = bytes.AsSpan(head);
        return SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(Magic.Length, SHA256.HashSizeInBytes)) ? FromBody(body) : null;
    }

    private static StoredRuleSet FromBody(ReadOnlySpan<byte> body)
    {
        var message = RuleSetContent.Parser.ParseFrom(body[Numbers..]);
        return new StoredRuleSet(
            BinaryPrimitives.ReadInt64BigEndian(body),
            message.Version,
            message.NationalVersion,
            message.National,
            message.Overlay.Files,
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(body[sizeof(long)..])),
            message.Publication);
    }
}
