using Validation.Engine.Annotation;

namespace Validation.Server.Checks;

/// <summary>The wish for a copy of a document with comments, and the copy once it is made.</summary>
internal sealed class WantedCopy
{
    /// <summary>The copy, or why there is none; there before the reply is. Null: the document was not checked to its end.</summary>
    public AnnotatedCopy? Copy { get; set; }
}
