using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client;

/// <summary>What a case demands.</summary>
internal static class Expect
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new CaseFailedException($"{what} is {actual} instead of {expected}");
        }
    }

    public static void True(bool condition, string what)
    {
        if (!condition)
        {
            throw new CaseFailedException(what);
        }
    }

    public static void ZerosOf(int size, Payload? payload)
    {
        True(Zeros.Are(payload, size), $"the payload of {payload?.Body.Length} bytes is not {size} zeros");
    }

    /// <summary>Waits for a call to fail.</summary>
    public static async Task<Status> FailureAsync(StatusCode code, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException e)
        {
            Equal(code, e.StatusCode, $"the status with the detail '{e.Status.Detail}'");
            return e.Status;
        }

        throw new CaseFailedException($"the call succeeded instead of failing with {code}");
    }
}
