using System.Collections.Concurrent;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>Keeps accepted findings, or refuses them as a test says.</summary>
internal sealed class FakeAcceptances : AcceptanceAdmin.AcceptanceAdminBase
{
    /// <summary>What it refuses with; null: it accepts.</summary>
    public Status? Refusal { get; set; }

    public ConcurrentQueue<AcceptRequest> Requests { get; } = new();

    /// <summary>The fingerprints that were accepted.</summary>
    public IEnumerable<string> Fingerprints => Requests.Select(request => request.Finding.Fingerprint);

    public override Task<AcceptReply> Accept(AcceptRequest request, ServerCallContext context)
    {
        if (Refusal is { } refusal)
        {
            throw new RpcException(refusal);
        }

        Requests.Enqueue(request);
        return Task.FromResult(new AcceptReply
        {
            Acceptance = new Acceptance
            {
                Id = "a7m2q4xa", Reason = request.Reason, Author = request.Author, ExpiresAt = request.ExpiresAt,
            },
        });
    }
}
