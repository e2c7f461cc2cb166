using Validation.Engine.Documents.Printing;
using Validation.V1;

namespace Validation.Engine.Documents.Pdf;

/// <summary>What came of reading the pages of a file: their words, or the reason why there are none.</summary>
public sealed record PageReading
{
    private PageReading()
    {
    }

    /// <summary>The words of each page, in the order in which it draws them. Empty: it could not be read.</summary>
    public IReadOnlyList<IReadOnlyList<PageWord>> Pages { get; private init; } = [];

    /// <summary>Why there are none. <see cref="Reason.Unspecified"/>: the file was read.</summary>
    public Reason Reason { get; private init; }

    /// <summary>The file was read.</summary>
    public static PageReading Success(IReadOnlyList<IReadOnlyList<PageWord>> pages) => new() { Pages = pages };

    /// <summary>The file was not read.</summary>
    public static PageReading Refusal(Reason reason) => new() { Reason = reason };
}
