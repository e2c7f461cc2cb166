using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>One Annotate call: takes the draft, has it annotated, sends the copy. While the client does not take the pieces, HTTP/2 flow
/// control holds them back.</summary>
internal sealed class AnnotateCall(
    IAsyncStreamReader<AnnotateRequest> requests,
    IServerStreamWriter<AnnotateReply> replies,
    AnnotationDesk desk,
    ByteBudget budget,
    Principal principal,
    ServerOptions options)
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Takes the draft and answers it.</summary>
    /// <returns>Why it ends without an answer. Stalled: the rest of the draft did not come. Null: it was answered.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled, or the server is shutting down.</exception>
    public async Task<Refusal?> RunAsync(CancellationToken cancellationToken)
    {
        var received = await ReceiveAsync(cancellationToken);
        if (!received.IsAnswered(out var draft, out var refusal))
        {
            return refusal;
        }

        var outcome = await desk.AnnotateAsync(draft, principal, cancellationToken);
        if (!outcome.IsAnswered(out var annotated, out refusal))
        {
            return refusal;
        }

        using (annotated)
        {
            await SendAsync(annotated, cancellationToken);
        }

        return null;
    }

    private async Task<Outcome<SubmittedDraft>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new DraftBuffer(budget.Open(principal));
        try
        {
            var received = await ReceiveAsync(buffer, cancellationToken);
            if (received.Refusal is not null)
            {
                buffer.Dispose();
            }

            return received;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private async Task<Outcome<SubmittedDraft>> ReceiveAsync(DraftBuffer buffer, CancellationToken cancellationToken)
    {
        AnnotateRequest? first = null;
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (await NextAsync(reading))
            {
                first ??= Named(requests.Current);
                if (DraftNames.Refuse(first.Id, first.FileName) is { } wrong)
                {
                    return wrong;
                }

                var content = requests.Current.Content;
                if (content.Length > options.DocumentBytes - buffer.Length)
                {
                    return new SubmittedDraft(
                        first.Id, first.FileName, default, ReportWish.Omitted, Reason.DocumentTooLarge, buffer);
                }

                if (await buffer.AppendAsync(content.Memory, reading.Token) is { } full)
                {
                    return full;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Stalled, CommonTexts.Stalled);
        }

        return new SubmittedDraft(
            first?.Id ?? "", first?.FileName ?? "", buffer.ToContent(), ReportWish.Omitted, Refusal: null, buffer);
    }

    private async Task<bool> NextAsync(CancellationTokenSource reading)
    {
        reading.CancelAfter(options.UnfinishedTime);
        var isThere = await requests.MoveNext(reading.Token);
        reading.CancelAfter(Timeout.InfiniteTimeSpan);
        return isThere;
    }

    private static AnnotateRequest Named(AnnotateRequest request)
    {
        return new AnnotateRequest { Id = request.Id, FileName = request.FileName };
    }

    private async Task SendAsync(AnnotatedDraft annotated, CancellationToken cancellationToken)
    {
        var copy = annotated.Copy;
        await replies.WriteAsync(
            new AnnotateReply { Reply = annotated.Reply, Comments = annotated.Comments, Length = copy.Length }, cancellationToken);
        for (var sent = 0; sent < copy.Length; sent += PieceBytes)
        {
            var piece = copy.Slice(sent, Math.Min(PieceBytes, copy.Length - sent));
            await replies.WriteAsync(new AnnotateReply { Content = UnsafeByteOperations.UnsafeWrap(piece) }, cancellationToken);
        }
    }
}
