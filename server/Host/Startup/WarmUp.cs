using Google.Protobuf;
using Validation.PdfWords;
using Validation.Server.Checks;
using Validation.Server.Readers;
using Validation.Server.Web;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Startup;

/// <summary>Has the engine check a small report in several formats a few times once the ports are open, so that the first draft does not
/// wait until the code of the engine, and of what writes its answers, is compiled. Says so if PDF cannot be read on this machine.</summary>
internal sealed class WarmUp(
    EngineCheck engine, ReaderPool readers, IHostApplicationLifetime lifetime, ILogger<WarmUp> log) : BackgroundService
{
    private const int Turns = 3;

    private static readonly string[] Formats = ["txt", "docx", "doc", "html", "pdf"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            readers.KeepWarm();
            foreach (var format in Formats)
            {
                Check(await ReadAsync(format, stoppingToken), stoppingToken);
            }

            StartupLog.WarmedUp(log);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A server that starts cold is a server all the same.
            StartupLog.WarmUpFailed(log, FaultText.Of(fault));
        }
    }

    private void Check(byte[] report, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            // Not a draft: a rule that fails on it is not counted.
            var reply = engine.Validate(new SubmittedDraft("", "", report, ReportWish.Unsaid), cancellationToken);
            _ = reply.ToByteArray();
            _ = ProtoJson.Format(reply);
            if (reply.Reason == Reason.ReaderUnavailable)
            {
                ReaderLog.ReaderUnavailable(log, reply.ReasonText);
                return;
            }
        }
    }

    private static async Task<byte[]> ReadAsync(string format, CancellationToken cancellationToken)
    {
        await using var resource = typeof(WarmUp).Assembly.GetManifestResourceStream($"warm-up/report.{format}")!;
        using var report = new MemoryStream();
        await resource.CopyToAsync(report, cancellationToken);
        return report.ToArray();
    }
}
