using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>Ends the reading of a file from any depth within PdfPig.</summary>
/// <param name="reason">Why.</param>
internal sealed class WorkException(Reason reason) : Exception
{
    /// <summary>Why the document is not read any further.</summary>
    public Reason Reason { get; } = reason;
}
