using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Grpc;

/// <summary>The body of a call as it is received. What has come of a message is held of the server's memory until the message is whole and
/// taken; a message that stays half, or is larger than its method takes, ends the call. Between messages a call may be silent for as
/// long as it likes. A client that goes in the middle of a message has cancelled its call.</summary>
[SuppressMessage("Design", "CA1001", Justification = "What is held is given back when the call ends: see UseAsync.")]
internal sealed class ReceivedBody(PipeReader body, HeldBytes held, Pace pace, int limit, TimeProvider time, CancellationToken stopping)
    : PipeReader, IRequestBodyPipeFeature
{
    // Before each message: whether it is compressed, and its length in four bytes.
    private const int HeadBytes = 5;

    private ReadResult _last;
    private bool _isHeadSeen;
    private long _pending;
    private bool _isLate;

    public PipeReader Reader => this;

    /// <summary>Whether a request is a call of gRPC.</summary>
    public static bool IsCall(HttpContext context)
    {
        return GrpcRefusal.IsGrpc(context.Request);
    }

    /// <summary>Runs the rest of a request, whose body is a call's.</summary>
    public static async Task UseAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        using var held = services.GetRequiredService<ByteBudget>().Open(context.Principal());
        var options = services.GetRequiredService<ServerOptions>();
        var pace = new Pace(options, time);
        var limit = MessageLimits.Of(options, context.Request.Path.Value ?? "");
        var stopping = services.GetRequiredService<Drain>().Begun;
        context.Features.Set<IRequestBodyPipeFeature>(new ReceivedBody(context.Request.BodyReader, held, pace, limit, time, stopping));
        await next(context);
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            _last = _pending == 0 ? await body.ReadAsync(cancellationToken) : await ReadRestAsync(cancellationToken);
        }
        catch (IOException fault) when (IsOfLostClient(fault))
        {
            throw GrpcStatus.OfLostClient(stopping.IsCancellationRequested);
        }

        if (_pending == 0 && _last.Buffer.Length > 0)
        {
            pace.Begin();
        }

        _pending = _last.Buffer.Length;
        CheckHead(_last.Buffer);
        return await held.HoldAsync(_pending, cancellationToken) is { } refusal ? throw GrpcStatus.Exception(refusal) : _last;
    }

    public override bool TryRead(out ReadResult result)
    {
        // Reads that do not come through ReadAsync are counted there all the same.
        result = default;
        return false;
    }

    public override void AdvanceTo(SequencePosition consumed)
    {
        AdvanceTo(consumed, consumed);
    }

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var before = _pending;
        _pending = _last.Buffer.Slice(consumed).Length;
        if (_pending < before)
        {
            // The next message begins here, and a part of it may be there already.
            pace.Begin();
            _isHeadSeen = false;
        }

        try
        {
            body.AdvanceTo(consumed, examined);
        }
        catch (IOException fault) when (IsOfLostClient(fault))
        {
            throw GrpcStatus.OfLostClient(stopping.IsCancellationRequested);
        }

        held.Shrink(_pending);
    }

    public override void CancelPendingRead()
    {
        body.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null)
    {
        body.Complete(exception);
    }

    // Kestrel reports a stream that was reset so, and a connection that was closed. The call's token is cancelled only afterwards.
    private static bool IsOfLostClient(IOException fault)
    {
        return fault.InnerException is null;
    }

    private void CheckHead(ReadOnlySequence<byte> message)
    {
        if (_isHeadSeen || message.Length < HeadBytes)
        {
            return;
        }

        _isHeadSeen = true;
        Span<byte> head = stackalloc byte[HeadBytes];
        message.Slice(0, HeadBytes).CopyTo(head);
        if (BinaryPrimitives.ReadUInt32BigEndian(head[1..]) > limit)
        {
            throw GrpcStatus.Exception(new Refusal(RefusalKind.TooLarge, GrpcTexts.MessageTooLarge(limit)) { LimitBytes = limit });
        }
    }

    private async ValueTask<ReadResult> ReadRestAsync(CancellationToken cancellationToken)
    {
        await using var timer = time.CreateTimer(
            static state => ((ReceivedBody)state!).GiveUp(), this, pace.Left(_pending), Timeout.InfiniteTimeSpan);
        var result = await body.ReadAsync(cancellationToken);
        return _isLate && result.IsCanceled ? throw GrpcStatus.Exception(new Refusal(RefusalKind.Stalled, CommonTexts.Stalled)) : result;
    }

    private void GiveUp()
    {
        _isLate = true;
        body.CancelPendingRead();
    }
}
