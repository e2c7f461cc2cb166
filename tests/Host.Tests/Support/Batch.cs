using Grpc.Core;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>A ValidateStream call, step by step.</summary>
internal sealed class Batch(AsyncDuplexStreamingCall<ValidateRequest, ValidateReply> call) : IDisposable
{
    public static Batch Open(RunningServer server, CancellationToken cancellationToken = default)
    {
        return new Batch(server.Client.ValidateStream(cancellationToken: cancellationToken));
    }

    public Task SendAsync(ValidateRequest request)
    {
        return call.RequestStream.WriteAsync(request).InTime();
    }

    public Task CompleteAsync()
    {
        return call.RequestStream.CompleteAsync().InTime();
    }

    /// <summary>The next reply. Null: the call has ended well.</summary>
    public async Task<ValidateReply?> NextAsync()
    {
        return await call.ResponseStream.MoveNext(CancellationToken.None).InTime() ? call.ResponseStream.Current : null;
    }

    /// <summary>The replies up to the end of the call, and how it ended.</summary>
    public async Task<(IReadOnlyList<ValidateReply> Replies, Status Status)> EndAsync()
    {
        var (replies, refusal) = await RefusedAsync();
        return (replies, refusal?.Status ?? Status.DefaultSuccess);
    }

    /// <summary>The replies up to the end of the call, and why it was refused. Null: it was not.</summary>
    public async Task<(IReadOnlyList<ValidateReply> Replies, RpcException? Refusal)> RefusedAsync()
    {
        var replies = new List<ValidateReply>();
        try
        {
            while (await NextAsync() is { } reply)
            {
                replies.Add(reply);
            }

            return (replies, null);
        }
        catch (RpcException end)
        {
            return (replies, end);
        }
    }

    public void Dispose()
    {
        call.Dispose();
    }
}
