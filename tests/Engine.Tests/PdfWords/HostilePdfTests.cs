using System.Collections.Concurrent;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Tests.Support;
using Validation.PdfWords;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.PdfWords;

/// <summary>A hostile file costs one process at most, and nobody else's answer.</summary>
[Trait("Size", "Long")]
public sealed class HostilePdfTests
{
    private const int Documents = 60;

    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["EndlessStates"] = HostilePdf.EndlessStates,
        ["ManyReferences"] = HostilePdf.ManyReferences,
        ["Spaces"] = HostilePdf.Spaces,
        ["Depth"] = HostilePdf.Depth,
    };

    public static TheoryData<string> Names => [.. Files.Keys, .. HostilePdf.Samples];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_HostileFile_RefusedAndTheNextIsRead(string name)
    {
        using var pool = new ReaderPool(PdfReaders.Options with { Processes = 1 });

        var reason = Read(pool, FileOf(name)).Reason;

        reason.ShouldBeOneOf(Reason.DocumentTooLarge, Reason.DamagedDocument, Reason.ReaderFailed);
        TextOf(Read(pool, Good(7))).ShouldBe(LineOf(7));
    }

    [Fact]
    public async Task Read_HostileFilesAmongGoodOnes_EveryAnswerBelongsToItsDocument()
    {
        using var pool = new ReaderPool(PdfReaders.Options with { Processes = 3, Documents = 10 });
        var hostile = Files.Keys.Concat(HostilePdf.Samples).Select(FileOf).ToArray();
        var answers = new ConcurrentDictionary<int, string>();
        var refusals = new ConcurrentBag<Reason>();
        using var done = new CancellationTokenSource();

        var attack = Task.WhenAll(Enumerable.Range(0, 2).Select(lane => Task.Run(() =>
        {
            for (var i = lane; !done.IsCancellationRequested; i++)
            {
                refusals.Add(Read(pool, hostile[i % hostile.Length]).Reason);
            }
        })));
        await Task.Run(() => Parallel.For(0, Documents, number => answers[number] = TextOf(Read(pool, Good(number))))).InTime();
        await done.CancelAsync();
        await attack.InTime();

        answers.OrderBy(answer => answer.Key).Select(answer => answer.Value).ShouldBe(Enumerable.Range(0, Documents).Select(LineOf));
        refusals.ShouldNotBeEmpty();
        refusals.ShouldNotContain(Reason.Unspecified);
    }

    private static byte[] FileOf(string name) => Files.TryGetValue(name, out var make) ? make() : HostilePdf.Sample(name);

    private static string LineOf(int number) => $"第{number}份报告，本机关主动公开政府信息{number * number}条";

    private static byte[] Good(int number) => new PdfSketch().AddPage().Write(60, 100, LineOf(number)).ToArray();

    private static string TextOf(PageReading reading) =>
        reading.Reason == Reason.Unspecified ? reading.Pages.Single().Single().Text : reading.Reason.ToString();

    private static PageReading Read(ReaderPool pool, byte[] file) => pool.Read(file, EngineLimits.Default, CancellationToken.None);
}
