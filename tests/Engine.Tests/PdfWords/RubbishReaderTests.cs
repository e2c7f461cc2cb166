using Validation.Engine.Documents;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Documents.Printing;
using Validation.Engine.Tests.Support;
using Validation.PdfWords;
using Validation.PdfWords.Workers;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.PdfWords;

/// <summary>A process that a document has taken over may say what it likes: the server believes nothing of it.</summary>
public sealed class RubbishReaderTests
{
    // Frames as a shell writes them: a mark, a number, a length.
    private const string Greeting = @"printf '\001SDP\007\0\0\0\0\0\0\0'; ";
    private const string Receipt = @"printf '\003SDP\001\0\0\0\0\0\0\0'; ";

    private static readonly byte[] Document = new PdfSketch().AddPage().Write(60, 100, "年报").ToArray();

    [Theory]
    [InlineData("exit 0")]
    [InlineData("printf 'Hello, who are you?'")]
    [InlineData(@"printf '\001SDP\003\0\0\0\0\0\0\0'; exec /bin/cat >/dev/null")]
    public void Read_ProgramThatIsNotLockedIn_GetsNoDocument(string script) => ReasonOf(script).ShouldBe(Reason.ReaderUnavailable);

    [Theory]
    [InlineData(Greeting + "exec /bin/cat")]
    [InlineData(Greeting + "/usr/bin/head -c 100000 /dev/urandom")]
    [InlineData(Greeting + Receipt)]
    [InlineData(Greeting + @"printf '\003SDP\002\0\0\0\0\0\0\0'; exec /bin/cat >/dev/null")]
    [InlineData(Greeting + Receipt + @"printf '\004SDP\002\0\0\0\010\0\0\0\0\0\0\0\001\0\0\0'")]
    [InlineData(Greeting + Receipt + @"printf '\004SDP\001\0\0\0\377\377\377\377'")]
    [InlineData(Greeting + Receipt + @"printf '\004SDP\001\0\0\0\377\377\377\177'")]
    [InlineData(Greeting + Receipt + @"printf '\004SDP\001\0\0\0\010\0\0\0\0\0\0\0\377\377\377\177'")]
    [InlineData(Greeting + Receipt + @"printf '\004SDP\001\0\0\0\010\0\0\0\0\0\0\0\0\0\0\0'")]
    [InlineData(Greeting + Receipt + @"printf '\004SDP\001\0\0\0\010\0\0\0\143\0\0\0\0\0\0\0'")]
    public void Read_AnswerThatMakesNoSense_Failed(string script) => ReasonOf(script).ShouldBe(Reason.ReaderFailed);

    [Fact]
    public async Task Read_NoAnswer_EndsWithTheToken()
    {
        using var pool = Pool(Greeting + "exec /bin/sleep 100000");
        using var cancelled = new CancellationTokenSource();
        var reading = Task.Run(() => pool.Read(Document, EngineLimits.Default, cancelled.Token));
        await Polling.UntilAsync(() => pool.Processes.Count > 0, "The process starts.");

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading.InTime());
    }

    [Fact]
    public void Parse_AnswerWithAnyByteChanged_WordsOrRefused()
    {
        PageWord[] page = [new("年报", new PagePlace(1, 60, 100, 24, 12)), new("2024", new PagePlace(1, 90, 100, 24, 12) { IsCut = true })];
        var writer = new WordWriter(int.MaxValue);
        writer.TryWrite(PageReading.Success([page, []]));
        var written = writer.Written.ToArray();
        var read = new WordParser(written, EngineLimits.Default).Parse();

        read.Pages.Count.ShouldBe(2);
        read.Pages[0].ShouldBe(page);
        for (var at = 0; at < written.Length; at++)
        {
            Should.Throw<InvalidDataException>(() => new WordParser(written[..at], EngineLimits.Default).Parse());
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])written.Clone();
                changed[at] ^= (byte)(1 << bit);
                IsWordsOrRefusal(changed).ShouldBeTrue($"byte {at}, bit {bit}");
            }
        }
    }

    private static bool IsWordsOrRefusal(byte[] content)
    {
        try
        {
            return new WordParser(content, EngineLimits.Default).Parse().Pages.SelectMany(page => page)
                .All(word => word.Text.Length > 0 && double.IsFinite(word.Box.Right + word.Box.Bottom));
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static Reason ReasonOf(string script)
    {
        using var pool = Pool(script);
        return pool.Read(Document, EngineLimits.Default, CancellationToken.None).Reason;
    }

    private static ReaderPool Pool(string script) =>
        new(new ReaderOptions { Command = ["/bin/sh", "-c", $"/usr/bin/head -c 12 >/dev/null; {script}"], StartTime = Waiting.Longest });
}
