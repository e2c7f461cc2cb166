using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>Ends the reading of a file, from any depth of PdfPig.</summary>
/// <param name="reason">Why.</param>
internal sealed class WorkException(Reason reason) : Exception
{
    /// <summary>Why.</summary>
    public Reason Reason { get; } = reason;
}
