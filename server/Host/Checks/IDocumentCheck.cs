using Validation.Engine.Annotation;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>The engine as the service sees it. Thread-safe.</summary>
internal interface IDocumentCheck
{
    /// <summary>The version of the rule set in force.</summary>
    string RuleSetVersion { get; }

    /// <summary>The version of the engine.</summary>
    string EngineVersion { get; }

    /// <summary>The rules in force. Not to be changed.</summary>
    RuleList Rules { get; }

    /// <summary>Reads and checks one document, and last year's report that came with it. Blocks, and stops soon after the token is
    /// cancelled.</summary>
    /// <param name="draft">The document. It is not disposed of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValidateReply Validate(SubmittedDraft draft, CancellationToken cancellationToken);

    /// <summary>Writes a copy of a document with a comment at each finding of the reply to it. Blocks, and stops soon after the token is
    /// cancelled.</summary>
    AnnotatedCopy Annotate(ReadOnlyMemory<byte> content, ValidateReply reply, CancellationToken cancellationToken);

    /// <summary>The reply for a document that is not read.</summary>
    ValidateReply NotDecided(Reason reason);
}
