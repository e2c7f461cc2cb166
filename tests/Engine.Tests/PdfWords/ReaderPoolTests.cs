using Validation.Engine.Tests.Support;
using Validation.PdfWords;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.PdfWords;

public sealed class ReaderPoolTests
{
    private const string Line = "本机关主动公开政府信息488条";

    private static readonly byte[] Good = new PdfSketch().AddPage().Write(60, 100, Line).ToArray();

    // Nothing ends the reading of form-billion.pdf then.
    private static readonly EngineLimits NoLimits = new()
    {
        PrintedPage = new PrintedPageLimits { Operations = long.MaxValue, StreamsBytes = long.MaxValue }, TextCharacters = int.MaxValue,
    };

    [Fact]
    public void Read_SeveralDocuments_OneProcessReadsThem()
    {
        using var pool = new ReaderPool(PdfReaders.Options);

        TextOf(pool, Good).ShouldBe(Line);
        var first = pool.Processes.ShouldHaveSingleItem();
        TextOf(pool, Good).ShouldBe(Line);

        pool.Processes.ShouldBe([first]);
    }

    [Fact]
    public void Read_AsManyDocumentsAsAProcessMay_AnotherTakesItsPlace()
    {
        using var pool = new ReaderPool(PdfReaders.Options with { Documents = 2 });

        var processes = Enumerable.Range(0, 5).Select(_ => ProcessThatReads(pool)).ToList();

        processes.Take(2).Distinct().Count().ShouldBe(1);
        processes.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task KeepWarm_ProcessKilled_ReplacedAtOnce()
    {
        using var pool = new ReaderPool(PdfReaders.Options);
        pool.KeepWarm();
        var first = pool.Processes.ShouldHaveSingleItem();

        await KillAsync(first);
        TextOf(pool, Good).ShouldBe(Line);

        // Two where the pool saw the end only when it used the process: one took the document, the other is kept ready.
        var processes = pool.Processes;
        processes.Count.ShouldBeInRange(1, 2);
        processes.ShouldNotContain(first);
    }

    [Fact]
    public async Task Read_ProcessKilledWhileIdle_DocumentIsRead()
    {
        var lost = 0;
        using var pool = new ReaderPool(PdfReaders.Options with { Lost = _ => lost++ });
        TextOf(pool, Good).ShouldBe(Line);

        await KillAsync(pool.Processes.Single());

        TextOf(pool, Good).ShouldBe(Line);
        lost.ShouldBe(0);
    }

    [Fact]
    public async Task Read_ProcessKilledWhileReading_ThatDocumentFailsAndTheNextIsRead()
    {
        var lost = 0;
        using var pool = new ReaderPool(PdfReaders.Options with { Processes = 1, Lost = _ => lost++ });
        TextOf(pool, Good).ShouldBe(Line);
        var process = pool.Processes.Single();
        var reading = Task.Run(() => pool.Read(HostilePdf.Sample("form-billion.pdf"), NoLimits, CancellationToken.None));
        await UntilBusyAsync(process);

        await KillAsync(process);

        (await reading.InTime()).Reason.ShouldBe(Reason.ReaderFailed);
        lost.ShouldBe(1);
        TextOf(pool, Good).ShouldBe(Line);
    }

    [Fact]
    public async Task Read_Cancelled_ProcessEndsAndItsPlaceIsFree()
    {
        using var pool = new ReaderPool(PdfReaders.Options with { Processes = 1 });
        TextOf(pool, Good).ShouldBe(Line);
        var process = pool.Processes.Single();
        using var cancelled = new CancellationTokenSource();
        var reading = Task.Run(() => pool.Read(HostilePdf.Sample("form-billion.pdf"), NoLimits, cancelled.Token));
        await UntilBusyAsync(process);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading.InTime());
        TextOf(pool, Good).ShouldBe(Line);
        pool.Processes.ShouldNotContain(process);
    }

    [Fact]
    public void Read_TimeOfAProcessorUsedUp_ProcessEnds()
    {
        if (OperatingSystem.IsLinux())
        {
            using var pool = new ReaderPool(PdfReaders.Options with { ProcessorTime = TimeSpan.FromSeconds(1) });

            pool.Read(HostilePdf.Sample("form-billion.pdf"), NoLimits, CancellationToken.None).Reason.ShouldBe(Reason.ReaderFailed);
        }
    }

    [Fact]
    public void Read_LittleMemory_Refused()
    {
        using var pool = new ReaderPool(PdfReaders.Options with { Memory = 32 * 1024 * 1024 });

        var reading = pool.Read(HostilePdf.Sample("tounicode-range.pdf"), NoLimits, CancellationToken.None);

        reading.Reason.ShouldBeOneOf(Reason.DocumentTooLarge, Reason.ReaderFailed);
    }

    [Fact]
    public async Task Dispose_Processes_End()
    {
        var pool = new ReaderPool(PdfReaders.Options);
        TextOf(pool, Good).ShouldBe(Line);
        var process = pool.Processes.Single();

        pool.Dispose();

        await Polling.UntilAsync(() => !ProcessTable.IsRunning(process), "The process ends.");

        pool.Read(Good, EngineLimits.Default, CancellationToken.None).Reason.ShouldBe(Reason.ReaderUnavailable);
    }

    [Fact]
    public void Read_ProgramThatDoesNotExist_Unavailable()
    {
        using var pool = new ReaderPool(new ReaderOptions { Command = ["/no/such/program"] });

        pool.Read(Good, EngineLimits.Default, CancellationToken.None).Reason.ShouldBe(Reason.ReaderUnavailable);
    }

    private static int ProcessThatReads(ReaderPool pool)
    {
        var before = pool.Processes;
        TextOf(pool, Good).ShouldBe(Line);
        return pool.Processes.Concat(before).Single();
    }

    private static async Task KillAsync(int process)
    {
        await ChildProcess.RunAsync("/bin/sh", "-c", $"kill -9 {process}");
        await Polling.UntilAsync(() => !ProcessTable.IsRunning(process), "The process ends.");
    }

    // More than a glance: it is also busy while it takes a document in.
    private static Task UntilBusyAsync(int process)
    {
        var looks = 0;
        return Polling.UntilAsync(
            () => (looks = ProcessTable.State(process) == 'R' ? looks + 1 : 0) == 5, "The process reads.");
    }

    private static string TextOf(ReaderPool pool, byte[] file) =>
        pool.Read(file, EngineLimits.Default, CancellationToken.None) is { Reason: Reason.Unspecified } reading
            ? reading.Pages.Single().Single().Text : "";
}
