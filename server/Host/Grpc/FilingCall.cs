using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Archive;
using Validation.Server.Batches;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>Receives the document of one File call. It is held in memory alone; a caller that falls silent in the middle ends the
/// call.</summary>
internal sealed class FilingCall(ByteBudget budget, Principal principal, ServerOptions options) : IDisposable
{
    private readonly DraftBuffer _buffer = new(budget.Open(principal));

    /// <summary>The document, until disposal.</summary>
    public ReadOnlyMemory<byte> Content => _buffer.ToContent();

    /// <summary>Receives what is filed, and its bytes.</summary>
    /// <param name="parts">The messages of the call.</param>
    /// <param name="cancellationToken">The call was cancelled.</param>
    /// <returns>What is filed. Invalid: the messages come in another order, or say something impossible. TooLarge: the document is larger
    /// than the server takes. Throttled or Full: the server has no memory for it. Stalled: the rest did not come.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Outcome<FilingSlip>> ReceiveAsync(
        IAsyncStreamReader<FileReportRequest> parts, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (!await NextAsync(parts, reading) || parts.Current.PartCase != FileReportRequest.PartOneofCase.Filing)
            {
                return new Refusal(RefusalKind.Invalid, ArchiveTexts.FilingFirst) { Field = "filing" };
            }

            if (!FilingSlip.Read(parts.Current.Filing).IsAnswered(out var slip, out var refusal))
            {
                return refusal;
            }

            while (await NextAsync(parts, reading))
            {
                if (await AddAsync(parts.Current, reading.Token) is { } wrong)
                {
                    return wrong;
                }
            }

            return _buffer.Length == 0 ? new Refusal(RefusalKind.Invalid, ArchiveTexts.NothingToFile) { Field = "content" } : slip;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Stalled, CommonTexts.Stalled);
        }
    }

    public void Dispose()
    {
        _buffer.Dispose();
    }

    private async Task<bool> NextAsync(IAsyncStreamReader<FileReportRequest> parts, CancellationTokenSource reading)
    {
        reading.CancelAfter(options.UnfinishedTime);
        var isThere = await parts.MoveNext(reading.Token);
        reading.CancelAfter(Timeout.InfiniteTimeSpan);
        return isThere;
    }

    private async ValueTask<Refusal?> AddAsync(FileReportRequest part, CancellationToken cancellationToken)
    {
        if (part.PartCase != FileReportRequest.PartOneofCase.Content)
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.FilingFirst) { Field = "content" };
        }

        return part.Content.Length > options.DocumentBytes - _buffer.Length
            ? new Refusal(RefusalKind.TooLarge, ArchiveTexts.DocumentTooLarge(options.DocumentBytes)) { LimitBytes = options.DocumentBytes }
            : await _buffer.AppendAsync(part.Content.Memory, cancellationToken);
    }
}
