namespace Validation.PdfWords.Workers;

/// <summary>A reader says that it has a request whole: if it ends from now on, the document may be why.</summary>
internal static class Receipt
{
    private const uint Mark = 0x50445303;

    /// <summary>Says it.</summary>
    public static void Write(Stream stream, uint number) => Frame.Write(stream, Mark, number, []);

    /// <summary>Hears it.</summary>
    /// <returns>Whether it came. False: the reader has ended.</returns>
    /// <exception cref="InvalidDataException">It is none, or that of another request.</exception>
    public static bool Read(Stream stream, uint number) =>
        Frame.Read(stream, Mark, most: 0) is var (received, _)
            && (received == number ? true : throw new InvalidDataException("The receipt of another request."));
}
