using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests;

/// <summary>The processes that read PDF beside a real server know nothing of it, and do not outlive it.</summary>
public sealed class PdfReaderTests
{
    private const string Secret = "nobody-may-know-this";

    [ReaderFact]
    public async Task Reader_PasswordInTheEnvironmentOfTheServer_IsNotInItsOwn()
    {
        await using var running = await StartedAsync();

        var environment = running.Readers.Select(reader => File.ReadAllText($"/proc/{reader}/environ")).ToList();

        environment.ShouldNotBeEmpty();
        environment.ShouldAllBe(variables => !variables.Contains("PGPASSWORD") && !variables.Contains(Secret));
    }

    [ReaderFact]
    public async Task Server_WhileReadersRead_HasNoReaderOfPdfInItself()
    {
        await using var running = await StartedAsync();

        Maps(running.Server).ShouldNotContain("UglyToad.PdfPig");
        // Another one may be about to start.
        running.Readers.ShouldContain(reader => Maps(reader).Contains("UglyToad.PdfPig", StringComparison.Ordinal));
    }

    [ReaderTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Server_Killed_ReadersEnd(bool isStopped)
    {
        await using var running = await StartedAsync();
        var readers = running.Readers;
        readers.ShouldNotBeEmpty();
        if (isStopped)
        {
            // As one that reads without an end: it does not notice that its input has ended.
            await SignalAsync("STOP", readers);
        }

        await SignalAsync("KILL", [running.Server]);

        await Polling.UntilAsync(() => !readers.Any(ProcessTable.IsRunning), "The readers end with the server.");
    }

    private static async Task<Running> StartedAsync()
    {
        var server = new ServerProcess();
        server.Options["PGPASSWORD"] = Secret;
        await server.InitializeAsync();
        var running = new Running(server);
        var request = FindingLines.Request(Repository.PathOf("tests", "samples", "formats", "xushui-2024.pdf"));
        (await server.Client.ValidateAsync(request).ResponseAsync.InTime()).Verdict.ShouldBe(Verdict.Accept);
        return running;
    }

    private static string Maps(int process) => File.ReadAllText($"/proc/{process}/maps");

    private static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        (await ChildProcess.RunAsync("/bin/sh", "-c", $"kill -{signal} {string.Join(' ', processes)}")).ExitCode.ShouldBe(0);
    }

    private sealed class Running(ServerProcess server) : IAsyncDisposable
    {
        public int Server => server.Process.Id;

        // A child that has not begun its program yet is a copy of the server, with all that the server has.
        public IReadOnlyList<int> Readers => [.. ProcessTable.Children(Server).Where(child => ProcessTable.HasArgument(child, "--reader"))];

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Tests that look at processes as Linux shows them.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ReaderFactAttribute : FactAttribute
    {
        public ReaderFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "looks into /proc";
    }

    /// <summary>Tests that look at processes as Linux shows them.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ReaderTheoryAttribute : TheoryAttribute
    {
        public ReaderTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "looks into /proc";
    }
}
