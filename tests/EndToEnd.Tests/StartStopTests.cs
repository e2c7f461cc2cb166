using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests;

[Trait("Size", "Long")]
public sealed class StartStopTests(ITestOutputHelper output)
{
    /// <summary>How soon is for the benchmarks; here it is only written down.</summary>
    [Fact]
    public async Task Start_Fresh_Answers()
    {
        var server = await StartedAsync();
        output.WriteLine($"answered after {server.StartTime.TotalMilliseconds:F0} ms");
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Terminate_CallsOpen_EndsThemAndIsGone()
    {
        var server = await StartedAsync();
        try
        {
            using var batch = server.Client.ValidateStream();
            await batch.RequestStream.WriteAsync(new ValidateRequest { Id = "a" }).InTime();
            (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
            using var watch = server.Admin.Watch(new WatchRequest());
            (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();

            var clock = Stopwatch.StartNew();
            await server.Process.TerminateAsync();
            var end = await Should.ThrowAsync<RpcException>(watch.ResponseStream.MoveNext(CancellationToken.None).InTime());
            var batchEnd = await Should.ThrowAsync<RpcException>(batch.ResponseStream.MoveNext(CancellationToken.None).InTime());
            var code = await server.Process.ExitAsync(Waiting.Longest);

            output.WriteLine($"stopped after {clock.Elapsed.TotalMilliseconds:F0} ms");
            end.StatusCode.ShouldBe(StatusCode.Unavailable, $"{end.Status.Detail}\n{server.Output}");
            end.Status.Detail.ShouldContain("正在停止");
            // HttpClient loses the status of a call that is still sending when it comes to read it only after the connection has closed.
            (batchEnd.Status.Detail.Contains("正在停止", StringComparison.Ordinal)
                || batchEnd.Status.Detail.Contains("'NO_ERROR'", StringComparison.Ordinal)).ShouldBeTrue(batchEnd.ToString());
            code.ShouldBe(0);
            server.Output.ShouldContain("服务已停止");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Kill_OfAServerThatIsGone_DoesNothing()
    {
        var server = await StartedAsync();
        var said = server.Output;
        await server.KillAsync();

        await Should.NotThrowAsync(server.KillAsync);

        server.Output.ShouldStartWith(said);
        await Should.NotThrowAsync(server.DisposeAsync);
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
        var url = string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{FreePort.Next()}");

        var run = await RefusedAsync("VALIDATION__GRPCURL", url);

        run.ExitCode.ShouldNotBe(0);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("Validation:Certificate:Path");
    }

    private static async Task<Finished> RefusedAsync(string name, string value)
    {
        var folder = Directory.CreateTempSubdirectory("validation-tests-");
        var options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VALIDATION__WEBURL"] = "http://127.0.0.1:0",
            ["VALIDATION__DATAFOLDER"] = Path.Combine(folder.FullName, "data"),
            [name] = value,
        };
        try
        {
            await using var process = ServerProcess.Start(options);
            var code = await process.ExitAsync(Waiting.Longest);
            return new Finished(code, process.Output, process.Errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ServerProcess> StartedAsync()
    {
        var server = new ServerProcess();
        await server.InitializeAsync();
        return server;
    }
}
