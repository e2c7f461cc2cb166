using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Tests.Documents.Doc;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents;

/// <summary>Files of doc and rtf that ask for far more work than they have bytes.</summary>
public sealed class HostileWordFilesTests
{
    private const int Huge = 0x6646;
    private const int Many = 1_000_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // The limits would hide how the work grows.
    private static readonly DocumentReader Reader = new(
        EngineLimits.Default with { ReadTime = TimeSpan.FromDays(1), TextCharacters = 10 * Many, Paragraphs = 10 * Many });

    private static byte[] ManyChanges { get; } = [0xFE, 0x7F, .. Repeat([0x03, 0x24, 0], 10_922)];

    /// <summary>No machine comes to the end of it before the token is cancelled.</summary>
    [Fact]
    public async Task Read_DocWhoseParagraphsReferToManyChanges_ObeysTheToken()
    {
        var file = new WordFileWriter { Data = ManyChanges }
            .Add(new string('\r', 4 * Many), Repeat(Sprm.InData(Huge, 0), 80), Sprm.Hidden, isOneByte: true).Add("x\r").Build();
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => Read(file, source.Token));
    }

    [Fact]
    public async Task Read_DocWithPageBreaksBehindWhiteSpace_Read()
    {
        var file = new WordFileWriter().Add(new string(' ', Many) + new string('\f', Many) + "x\r", isOneByte: true).Build();

        (await Read(file)).ShouldBe([new string(' ', Many) + "x"]);
    }

    [Fact]
    public async Task Read_RtfWithPageBreaksBehindWhiteSpace_Read()
    {
        var file = Rtf(new string(' ', Many), @"\page", @"{x\par}");

        (await Read(file)).ShouldBe([new string(' ', Many) + "x"]);
    }

    [Fact]
    public async Task Read_RtfWithTextBoxesBehindALongText_Read()
    {
        var file = Rtf(new string('x', Many), @"{\shptxt}", @"{y\par}");

        (await Read(file)).ShouldBe([new string('x', Many) + "y"]);
    }

    private static async Task<IEnumerable<string>> Read(byte[] file, CancellationToken cancellationToken = default)
    {
        var result = await Task.Run(() => Reader.Read(file, cancellationToken), CancellationToken.None)
            .WaitAsync(LongestWait, CancellationToken.None);
        return result.Document.ShouldNotBeNull($"{result.Reason}").Lines().Select(paragraph => paragraph.Text);
    }

    private static byte[] Rtf(string start, string repeated, string end) =>
        Encoding.ASCII.GetBytes(@"{\rtf1{}" + start + string.Concat(Enumerable.Repeat(repeated, Many)) + end + "}");

    private static byte[] Repeat(byte[] bytes, int times) => [.. Enumerable.Repeat(bytes, times).SelectMany(item => item)];
}
