using System.Text;
using Google.Protobuf;
using Validation.Engine.Inspection;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Inspection;

public sealed class ReportInspectorTests
{
    private static readonly ReportValidator Validator = PdfReaders.Validator();
    private static readonly ReportInspector Inspector = new(Validator, PdfReaders.Patient);

    public static TheoryData<string> Formats => ["docx", "html", "pdf", "odt"];

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Inspect_Sample_EveryStepAsTheCheckTakesIt(string name)
    {
        var text = new Sample(name).Text;

        var reply = Inspect(text);

        reply.Reason.ShouldBe(Reason.Unspecified, reply.ReasonText);
        reply.DocumentFormat.ShouldStartWith("txt");
        reply.Document.Count.ShouldBe((text.EndsWith('\n') ? text[..^1] : text).Split('\n').Length);
        reply.Sections.Select(section => section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        reply.Report.ShouldBe(Sample.Check(text).Report);
        foreach (var (table, inspected) in ReportTemplate.Tables.Zip(reply.Tables))
        {
            inspected.Key.ShouldBe(table.Key);
            inspected.Readings.Single(reading => reading.IsChosen).Rows.ShouldBe(table.Rows.Count);
            inspected.Records.Select(record => record.Row).Where(row => row.Length > 0).ShouldBe(table.Rows.Select(row => row.Key));
            inspected.Unclear.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Inspect_OtherFormat_SectionsAndTables(string format)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "samples", "formats", $"xushui-2024.{format}");

        var reply = Inspect(File.ReadAllBytes(path));

        reply.DocumentFormat.ShouldStartWith(format);
        reply.Sections.Count.ShouldBe(6);
        var kind = format == "pdf" ? InspectedBlock.Types.Kind.PrintedLine : InspectedBlock.Types.Kind.TableRow;
        reply.Document.Where(block => block.Kind == kind).ShouldNotBeEmpty();
        reply.Tables.ShouldAllBe(table => table.Unclear.Count == 0 && table.Readings.Any(reading => reading.IsChosen));
    }

    [Fact]
    public void Inspect_SamplesThatLostALine_EveryUnclearRowExplained()
    {
        var explained = Sample.Names.Sum(name => Explained(new Sample(name).Text.Split('\n')));

        explained.ShouldBeGreaterThan(10);
    }

    // How many rows were unclear, each of which was explained.
    private static int Explained(string[] lines)
    {
        var explained = 0;
        for (var lost = 0; lost < lines.Length; lost += 3)
        {
            var reply = Inspect(string.Join('\n', [.. lines[..lost], .. lines[(lost + 1)..]]));
            foreach (var deviation in reply.Report?.Deviations ?? [])
            {
                if (deviation.Kind is Kind.UnreadableRow or Kind.RepeatedRow)
                {
                    var table = reply.Tables.Single(table => deviation.Path.StartsWith(table.Key, StringComparison.Ordinal));
                    table.Unclear.ShouldContain(row => row.Row == deviation.Path && row.Reason.Length > 0, $"line {lost + 1}: {deviation}");
                    explained++;
                }
            }
        }

        return explained;
    }

    [Fact]
    public void Inspect_RowThatLacksANumber_SaysHowManyWereFound()
    {
        var numbers = new NumbersThatBalance(7, 40);
        var text = new ReportText(cell =>
            cell.Path == "applications.received.research" ? string.Empty : $"{numbers[cell]}").Write(Layout.PlainCells);

        var row = Inspect(text).Tables[1].Unclear.ShouldHaveSingleItem();

        row.Row.ShouldBe("applications.received");
        row.Reason.ShouldContain("读到 6 个数，应有 7 个");
        row.Location.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Inspect_OneStepAskedFor_NoOther()
    {
        var request = new InspectRequest
        {
            Content = ByteString.CopyFromUtf8(new Sample("xushui-2024").Text), Steps = { InspectionStep.Sections },
        };

        var reply = Inspector.Inspect(request, CancellationToken.None);

        reply.Sections.ShouldNotBeEmpty();
        (reply.Document.Count, reply.Article.Count, reply.Tables.Count, reply.Report).ShouldBe((0, 0, 0, null));
    }

    [Fact]
    public void Inspect_FileThatIsNotRead_Reason()
    {
        var reply = Inspect([0x89, (byte)'P', (byte)'N', (byte)'G']);

        reply.Reason.ShouldBe(Reason.UnsupportedFormat);
        reply.ReasonText.ShouldContain("PNG");
    }

    [Fact]
    public void Inspect_TextThatIsNoReport_LinesAndReason()
    {
        var reply = Inspect("某某局2024年部门预算\n收入预算表\n合计 5");

        reply.Reason.ShouldBe(Reason.NotAReport);
        reply.Article.Count.ShouldBe(3);
        reply.Report.ShouldBeNull();
    }

    private static InspectReply Inspect(string text) => Inspect(Encoding.UTF8.GetBytes(text));

    private static InspectReply Inspect(byte[] content) =>
        Inspector.Inspect(new InspectRequest { Content = ByteString.CopyFrom(content) }, CancellationToken.None);
}
