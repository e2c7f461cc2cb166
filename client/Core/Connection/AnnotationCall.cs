using Google.Protobuf;
using Grpc.Core;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>One Annotate call: sends the draft and takes the copy, in pieces.</summary>
internal static class AnnotationCall
{
    private const int PieceBytes = 64 << 10;

    // Comments are small beside the draft; a server that says otherwise is none.
    private const long LargestCopy = 2L * 128 << 20;

    /// <summary>Sends a draft and takes the answer.</summary>
    /// <exception cref="RpcException">There is no answer.</exception>
    public static async Task<AnnotationOutcome> RunAsync(
        AsyncDuplexStreamingCall<AnnotateRequest, AnnotateReply> call,
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken)
    {
        using (call)
        {
            await SendAsync(call.RequestStream, name, content, cancellationToken);
            if (!await call.ResponseStream.MoveNext(cancellationToken) || call.ResponseStream.Current is not { Reply: { } reply } first)
            {
                return AnnotationOutcome.Failed(new CheckFailure(FailureKind.ServerFailed, ConnectionTexts.NoReply));
            }

            var (comments, length) = (first.Comments, first.Length);
            var copy = length is >= 0 and <= LargestCopy ? await ReceiveAsync(call.ResponseStream, (int)length, cancellationToken) : null;
            return copy is null
                ? AnnotationOutcome.Failed(new CheckFailure(FailureKind.ServerFailed, ConnectionTexts.NoReply))
                : AnnotationOutcome.Answered(reply, copy, comments);
        }
    }

    // A server that refuses ends the call while the draft is being sent; reading then says why.
    private static async Task SendAsync(
        IClientStreamWriter<AnnotateRequest> requests, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            for (var sent = 0; sent == 0 || sent < content.Length; sent += PieceBytes)
            {
                var piece = content.Slice(sent, Math.Min(PieceBytes, content.Length - sent));
                var request = new AnnotateRequest { Content = UnsafeByteOperations.UnsafeWrap(piece) };
                request.FileName = sent == 0 ? name : string.Empty;
                await requests.WriteAsync(request, cancellationToken);
            }

            await requests.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Null: the pieces are not as long as was said.
    private static async Task<byte[]?> ReceiveAsync(
        IAsyncStreamReader<AnnotateReply> replies, int length, CancellationToken cancellationToken)
    {
        var copy = new byte[length];
        var received = 0;
        while (await replies.MoveNext(cancellationToken))
        {
            var piece = replies.Current.Content.Span;
            if (piece.Length > length - received)
            {
                return null;
            }

            piece.CopyTo(copy.AsSpan(received));
            received += piece.Length;
        }

        return received == length ? copy : null;
    }
}
