namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Reads the words of PDF files. Files are made to break such readers, so that none works in the process of a server: the engine knows
/// only this. Thread-safe.
/// </summary>
public interface IPageReader
{
    /// <summary>Reads the words that a file shows.</summary>
    /// <param name="content">The file.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="cancellationToken">Ends the reading soon, whatever the file does.</param>
    /// <returns>The words of each page, or why they cannot be read: never an exception for what a file holds.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    PageReading Read(ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken);
}
