using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Validation.Interop.Wire;

/// <summary>Notes of each gRPC message in passing bytes whether it is marked as compressed. For one writer and one reader.</summary>
internal sealed class FrameFlags
{
    private const int HeaderLength = 5;

    private readonly ConcurrentQueue<bool> _flags = new();
    private readonly byte[] _header = new byte[HeaderLength];
    private int _headerLength;
    private long _skip;

    public void Observe(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_skip > 0)
            {
                var skipped = (int)Math.Min(_skip, bytes.Length);
                _skip -= skipped;
                bytes = bytes[skipped..];
                continue;
            }

            _header[_headerLength++] = bytes[0];
            bytes = bytes[1..];
            if (_headerLength == HeaderLength)
            {
                _flags.Enqueue(_header[0] == 1);
                _skip = BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(1));
                _headerLength = 0;
            }
        }
    }

    /// <summary>The flag of the next message; each message is asked for once, after it has been read.</summary>
    public bool Next()
    {
        return _flags.TryDequeue(out var compressed)
            ? compressed
            : throw new InvalidOperationException("The flag of a message was asked for that has not passed.");
    }
}
