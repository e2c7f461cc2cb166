using System.Security.Cryptography;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>Puts the parts of an exported file together: keeps what the first says of it, and checks that the bytes are those that were
/// filed.</summary>
internal sealed class ReceivedExport
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ExportChunk? _head;

    /// <summary>Takes the next part.</summary>
    public void Add(ExportChunk part)
    {
        _head ??= new ExportChunk { FileName = part.FileName, MediaType = part.MediaType, Sha256 = part.Sha256 };
        _hash.AppendData(part.Content.Span);
    }

    /// <summary>What the whole is, once there are no more parts; a failure when it is not what was filed.</summary>
    public RuleOutcome<ExportChunk> End()
    {
        using var hash = _hash;
        if (_head is null)
        {
            return new RuleOutcome<ExportChunk>(new RuleCallFailure(RuleFailureKind.ServerFailed, ConnectionTexts.RulesFailed));
        }

        var isWhole = _head.Sha256.Length == 0 || _head.Sha256 == Convert.ToHexStringLower(_hash.GetCurrentHash());
        return isWhole
            ? new RuleOutcome<ExportChunk>(_head)
            : new RuleOutcome<ExportChunk>(new RuleCallFailure(RuleFailureKind.ServerFailed, ConnectionTexts.ExportDamaged));
    }
}
