using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests;

public sealed class StartStopTests(ITestOutputHelper output)
{
    // A calm machine starts a small program in 0.1 s, and the server in 0.6 s.
    private const int SmallStarts = 20;

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Start_Fresh_AnswersWithinThreeSeconds()
    {
        var first = await StartTimeAsync();
        if (first < StartWithin)
        {
            return;
        }

        // A machine that is busy is slow with everything: even a program that only says its version then takes long.
        var watch = Stopwatch.StartNew();
        await Cli.RunAsync("--version");
        var limit = SmallStarts * watch.Elapsed;
        (await StartTimeAsync()).ShouldBeLessThan(limit > StartWithin ? limit : StartWithin);
    }

    [Fact]
    public async Task Terminate_CallsOpen_IsGoneWithinFiveSeconds()
    {
        var server = await StartedAsync();
        try
        {
            using var batch = server.Client.ValidateStream();
            await batch.RequestStream.WriteAsync(new ValidateRequest { Id = "a" }).InTime();
            (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();

            var watch = Stopwatch.StartNew();
            await server.Process.TerminateAsync();
            var end = await Should.ThrowAsync<RpcException>(batch.ResponseStream.MoveNext(CancellationToken.None).InTime());
            var code = await server.Process.ExitAsync(StopWithin);

            output.WriteLine($"stopped after {watch.Elapsed.TotalMilliseconds:F0} ms");
            end.StatusCode.ShouldBe(StatusCode.Unavailable);
            end.Status.Detail.ShouldContain("正在停止");
            code.ShouldBe(0);
            server.Output.ShouldContain("服务已停止");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneSentence()
    {
        var server = await StartedAsync();
        try
        {
            var run = await RefusedAsync("VALIDATION__GRPCURL", $"http://{server.GrpcEndpoint}");

            run.ExitCode.ShouldNotBe(0);
            run.Output.ShouldBeEmpty();
            run.ErrorLines.ShouldHaveSingleItem().ShouldContain("已被占用");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Start_OpenToOthersWithoutCertificate_SaysWhatToConfigure()
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{ServerProcess.FreePort()}");

        var run = await RefusedAsync("VALIDATION__GRPCURL", url);

        run.ExitCode.ShouldNotBe(0);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("Validation:Certificate:Path");
    }

    private static async Task<Finished> RefusedAsync(string name, string value)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VALIDATION__WEBURL"] = "http://127.0.0.1:0",
            ["VALIDATION__DATAFOLDER"] = Path.Combine(Path.GetTempPath(), "validation-tests-unused"),
            [name] = value,
        };
        await using var process = ServerProcess.Start(options);
        var code = await process.ExitAsync(TimeSpan.FromSeconds(30));
        return new Finished(code, process.Output, process.Errors);
    }

    private static async Task<ServerProcess> StartedAsync()
    {
        var server = new ServerProcess();
        await server.InitializeAsync();
        return server;
    }

    private async Task<TimeSpan> StartTimeAsync()
    {
        var server = await StartedAsync();
        output.WriteLine($"answered after {server.StartTime.TotalMilliseconds:F0} ms");
        await server.DisposeAsync();
        return server.StartTime;
    }
}
