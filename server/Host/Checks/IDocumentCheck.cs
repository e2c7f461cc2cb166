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

    /// <summary>Reads and checks one document. Blocks, and stops soon after the token is cancelled.</summary>
    ValidateReply Validate(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The reply for a document that is not read.</summary>
    ValidateReply Refuse(Reason reason);
}
