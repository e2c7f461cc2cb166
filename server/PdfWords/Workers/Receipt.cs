namespace Validation.PdfWords.Workers;

/// <summary>The message of a reader that it has the whole request. If it ends after that, the document may be the cause.</summary>
internal static class Receipt
{
    private const uint Mark = 0x50445303;

    /// <summary>Tells the server that the document has come whole.</summary>
    public static void Write(Stream stream, uint number) => Frame.Write(stream, Mark, number, []);

    /// <summary>Reads that the document has come whole.</summary>
    /// <returns>Whether it came. False: the reader has ended.</returns>
    /// <exception cref="InvalidDataException">It is none, or that of another request.</exception>
    public static bool Read(Stream stream, uint number) =>
        Frame.Read(stream, Mark, most: 0) is var (received, _)
            && (received == number ? true : throw new InvalidDataException("The receipt of another request."));
}
