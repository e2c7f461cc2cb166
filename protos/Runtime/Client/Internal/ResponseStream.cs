using Grpc.Core;
using Grpc.Core.Internal;

namespace Grpc.Net.Client.Internal;

internal sealed class ResponseStream<TRequest, TResponse>(ClientCall<TRequest, TResponse> call, Task<FrameReader?> opening)
    : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private TResponse? _current;
    private int _reading;

    public TResponse Current => _current ?? throw new InvalidOperationException("There is no current message.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _reading, 1) == 1)
        {
            throw new InvalidOperationException("A message cannot be read while another is being read.");
        }

        await using var registration = cancellationToken.UnsafeRegister(
            static call => ((ClientCall)call!).CancelByCaller(), call);
        try
        {
            _current = null;
            var reader = await opening;
            if (reader is not null && call.Status is null)
            {
                _current = await call.ReadAsync(reader, single: false);
            }
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }

        return _current is not null || (call.GetStatus().StatusCode == StatusCode.OK ? false : throw call.Failure());
    }
}
