using System.Buffers.Binary;
using Validation.Engine;

namespace Validation.PdfWords.Workers;

/// <summary>A document to read, with the limits for reading it.</summary>
internal sealed record Request(uint Number, EngineLimits Limits, TimeSpan ProcessorTime, ReadOnlyMemory<byte> Content)
{
    private const uint Mark = 0x50445302;
    private const int Numbers = 6;
    private const int NumberBytes = Numbers * sizeof(long);

    /// <summary>Sends the document to the process.</summary>
    /// <exception cref="IOException">The reader is gone.</exception>
    public void Write(Stream stream)
    {
        Span<byte> numbers = stackalloc byte[NumberBytes];
        long[] values =
        [
            Limits.PrintedPage.Pages, Limits.PrintedPage.StreamBytes, Limits.PrintedPage.StreamsBytes, Limits.PrintedPage.Operations,
            Limits.TextCharacters, ProcessorTime.Ticks,
        ];
        for (var i = 0; i < Numbers; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers[(i * sizeof(long))..], values[i]);
        }

        Frame.Write(stream, Mark, Number, numbers);
        Frame.Write(stream, Mark, Number, Content.Span);
    }

    /// <summary>Receives the next request.</summary>
    /// <returns>Null: there are no more.</returns>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public static Request? Read(Stream stream)
    {
        if (Frame.Read(stream, Mark, NumberBytes) is not var (number, numbers))
        {
            return null;
        }

        if (numbers.Length != NumberBytes || Frame.Read(stream, Mark, Array.MaxLength) is not var (same, content) || same != number)
        {
            throw new InvalidDataException("No such request.");
        }

        long Value(int i) => BinaryPrimitives.ReadInt64LittleEndian(numbers.AsSpan(i * sizeof(long)));
        var limits = new EngineLimits
        {
            PrintedPage = new PrintedPageLimits
            {
                Pages = (int)Value(0), StreamBytes = Value(1), StreamsBytes = Value(2), Operations = Value(3),
            },
            TextCharacters = (int)Value(4),
        };
        return new Request(number, limits, TimeSpan.FromTicks(Value(5)), content);
    }
}
