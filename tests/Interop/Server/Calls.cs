using Microsoft.AspNetCore.Http;
using Validation.Interop.Wire;

namespace Validation.Interop.Server;

/// <summary>Counts the calls of the test service, and notes the flags of their messages. Safe for use by several threads.</summary>
internal sealed class Calls
{
    private int _live;
    private long _all;

    public int Live => Volatile.Read(ref _live);

    public long All => Volatile.Read(ref _all);

    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/grpc.testing.TestService", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        NoteFlags(context);
        Interlocked.Increment(ref _all);
        Interlocked.Increment(ref _live);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _live);
        }
    }

    // Without an encoding no message can be compressed: such a call keeps the server's own pipe.
    private static void NoteFlags(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(GrpcNames.Encoding))
        {
            var flags = new FrameFlags();
            context.Features.Set(flags);
            context.Request.Body = new ObservedStream(context.Request.Body, flags);
        }
    }
}
