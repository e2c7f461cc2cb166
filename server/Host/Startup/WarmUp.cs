using Google.Protobuf;
using Validation.Server.Checks;
using Validation.Server.Web;

namespace Validation.Server.Startup;

/// <summary>Has the engine check a small report a few times once the ports are open, so that the first draft does not wait until the code
/// of the engine, and of what writes its answers, is compiled.</summary>
internal sealed class WarmUp(EngineCheck engine, IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : BackgroundService
{
    private const int Turns = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            var report = await ReadAsync(stoppingToken);
            for (var turn = 0; turn < Turns; turn++)
            {
                var reply = engine.Validate(report, stoppingToken);
                _ = reply.ToByteArray();
                _ = ProtoJson.Format(reply);
            }

            ServerLog.WarmedUp(log);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A server that starts cold is a server all the same.
            ServerLog.WarmUpFailed(log, Fault.Describe(fault));
        }
    }

    private static async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await using var resource = typeof(WarmUp).Assembly.GetManifestResourceStream("warm-up.txt")!;
        using var report = new MemoryStream();
        await resource.CopyToAsync(report, cancellationToken);
        return report.ToArray();
    }
}
