using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Grpc.Core.Internal;

/// <summary>The one compression that every gRPC implementation knows.</summary>
internal static class Gzip
{
    private const int Step = 16 * 1024;

    public static void Compress(ReadOnlySpan<byte> source, PooledBuffer target, CompressionLevel level)
    {
        using var gzip = new GZipStream(new PooledBufferStream(target), level);
        gzip.Write(source);
    }

    /// <summary>Stops as soon as more than <paramref name="limit"/> bytes have come out, so that a bomb costs no memory.</summary>
    /// <returns>False: the limit was passed.</returns>
    /// <exception cref="InvalidDataException">The source is no gzip.</exception>
    public static bool TryDecompress(ReadOnlySequence<byte> source, PooledBuffer target, int? limit)
    {
        if (source.IsEmpty)
        {
            // Strictly no gzip, but what compressors make of an empty message.
            return true;
        }

        var most = limit ?? Array.MaxLength;
        using var gzip = new GZipStream(PipeReader.Create(source).AsStream(), CompressionMode.Decompress);
        while (true)
        {
            // One byte over the limit tells "just full" from "too much".
            var room = (int)Math.Min(Step, (long)most - target.Length + 1);
            var read = gzip.Read(target.GetSpan(room)[..room]);
            if (read == 0)
            {
                return true;
            }

            target.Advance(read);
            if (target.Length > most)
            {
                return false;
            }
        }
    }
}
