using Grpc.Core;

namespace Validation.Runtime.Tests.Support;

/// <summary>What the tests' service does: echoes, unless a test says otherwise.</summary>
public sealed class ProbeMethods
{
    private int _live;

    /// <summary>How many methods are running.</summary>
    public int Live => Volatile.Read(ref _live);

    public UnaryServerMethod<Ping, Pong> Unary { get; set; } = (ping, _) => Task.FromResult(Echo(ping));

    public ClientStreamingServerMethod<Ping, Pong> Collect { get; set; } = async (pings, _) =>
    {
        var sum = 0;
        await foreach (var ping in pings.ReadAllAsync())
        {
            sum += ping.Number;
        }

        return new Pong { Number = sum };
    };

    public ServerStreamingServerMethod<Ping, Pong> Expand { get; set; } = async (ping, pongs, _) =>
    {
        for (var i = 0; i < ping.Number; i++)
        {
            await pongs.WriteAsync(new Pong { Number = i, Text = ping.Text, Body = ping.Body });
        }
    };

    public DuplexStreamingServerMethod<Ping, Pong> Chat { get; set; } = async (pings, pongs, _) =>
    {
        await foreach (var ping in pings.ReadAllAsync())
        {
            await pongs.WriteAsync(Echo(ping));
        }
    };

    public void Enter() => Interlocked.Increment(ref _live);

    public void Leave() => Interlocked.Decrement(ref _live);

    public static Pong Echo(Ping ping) => new() { Number = ping.Number, Text = ping.Text, Body = ping.Body };
}
