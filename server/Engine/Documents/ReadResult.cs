using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>The result of reading a file: a document, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The document. Null: it could not be read.</summary>
    public Document? Document { get; private init; }

    /// <summary>Why there is no document. <see cref="Reason.Unspecified"/>: there is one.</summary>
    public Reason Reason { get; private init; }

    /// <summary>The format that was found instead, as a clerk calls it ("PNG 图片"). Null: not known.</summary>
    public string? FoundFormat { get; private init; }

    /// <summary>The result of a file that was read.</summary>
    public static ReadResult Success(Document document) => new() { Document = document };

    /// <summary>The result of a file that was not read.</summary>
    public static ReadResult Refusal(Reason reason, string? foundFormat = null) => new() { Reason = reason, FoundFormat = foundFormat };
}
