using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests;

public sealed class ReportValidatorTests
{
    public static TheoryData<string, byte[], Reason> Unreadable() => new()
    {
        { "empty", [], Reason.EmptyDocument },
        { "white space", "  \r\n\t\r\n"u8.ToArray(), Reason.EmptyDocument },
        { "mark only", [0xEF, 0xBB, 0xBF], Reason.EmptyDocument },
        { "png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0], Reason.UnsupportedFormat },
        { "docx", Docx(), Reason.UnsupportedFormat },
        { "gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0], Reason.UnsupportedFormat },
        { "40 MB", new byte[40_000_000], Reason.DocumentTooLarge },
        { "random", RandomBytes(5000), Reason.UndecodableText },
        { "prose", Encoding.UTF8.GetBytes("今天天气很好，适合出门散步。"), Reason.NotAReport },
        { "digits", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0\n", 5000))), Reason.NotAReport },
        { "budget", Encoding.UTF8.GetBytes(Budget), Reason.NotAReport },
        { "novel", Encoding.UTF8.GetBytes(Novel(20_000)), Reason.NotAReport },
    };

    private const string Budget =
        "某某区民政局2024年部门预算公开说明\n一、基本情况\n某某区民政局内设科室5个，编制20人。\n二、收支预算总体情况\n" +
        "收入预算总计\t1234.56\t万元\n行政事业性收费\t12.5\n支出预算总计\t1234.56\n三、其他需要说明的事项\n无\n";

    // The contents are not to be written into the names of the tests.
    [Theory]
    [MemberData(nameof(Unreadable), DisableDiscoveryEnumeration = true)]
    public void Validate_NoReport_NotDecidedAndWhy(string name, byte[] content, Reason reason)
    {
        var reply = Sample.Check(content);

        reply.Verdict.ShouldBe(Verdict.NotDecided, name);
        reply.Reason.ShouldBe(reason, name);
        reply.ReasonText.ShouldNotBeEmpty();
        reply.Findings.ShouldBeEmpty();
        reply.Report.ShouldBeNull();
        reply.Provenance.DocumentSha256.Length.ShouldBe(64);
    }

    [Fact]
    public void Validate_Report_ProvenanceSaysWhereFrom()
    {
        var reply = new Sample("xushui-2024").Check();

        reply.Provenance.DocumentFormat.ShouldBe("txt; utf-8");
        reply.Provenance.RuleSetVersion.ShouldBe(TestRules.National.Version);
        reply.Provenance.EngineVersion.ShouldBe(ReportValidator.Version);
        reply.Provenance.Duration.ShouldNotBeNull();
        reply.Reason.ShouldBe(Reason.Unspecified);
        reply.ReasonText.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Validate_SameReportManyTimesOnManyThreads_EqualBytes(string name)
    {
        var sample = new Sample(name);
        var content = Encoding.UTF8.GetBytes(sample.Text);
        var first = Bytes(Sample.Check(content));
        var replies = new ByteString[64];

        Parallel.For(0, replies.Length, i => replies[i] = Bytes(Sample.Check(content)));

        replies.ShouldAllBe(reply => reply.Equals(first));
        for (var i = 0; i < 20; i++)
        {
            Bytes(new ReportValidator().Validate(content, TestRules.National)).ShouldBe(first);
        }
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Validate_RulesInAnyOrder_EqualFindings(string name)
    {
        var content = Encoding.UTF8.GetBytes(new Sample(name).Text);
        var expected = Findings(Sample.Check(content));
        for (var seed = 1; seed <= 5; seed++)
        {
            var rules = TestRules.National.Rules.ToArray();
            new Random(seed).Shuffle(rules);
            var reply = new ReportValidator().Validate(content, new RuleSet("x", rules, null));

            Findings(reply).ShouldBe(expected, ignoreOrder: true);
        }
    }

    [Fact]
    public void Validate_CallerChangesTheReply_NextReplyUnchanged()
    {
        var sample = new Sample("qinhuangdao-2024");
        var first = sample.Check();
        var copy = Bytes(first);
        first.Report.Applications.Received.Total.Value = 99;
        first.Findings.Clear();

        Bytes(sample.Check()).ShouldBe(copy);
    }

    [Fact]
    public void Validate_TokenCancelled_Throws()
    {
        var content = Encoding.UTF8.GetBytes(new Sample("xushui-2024").Text);

        Should.Throw<OperationCanceledException>(
            () => new ReportValidator().Validate(content, TestRules.National, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Validate_LinesInsertedAbove_SameFingerprints(string name)
    {
        var sample = new Sample(name);
        var findings = sample.Check().Findings;
        var moved = Sample.Check("某某网\n\n\n" + sample.Text).Findings;

        moved.Select(finding => finding.Fingerprint).ShouldBe(findings.Select(finding => finding.Fingerprint), ignoreOrder: true);
        moved.Select(finding => finding.Fingerprint).ShouldBeUnique();
        moved.Where(finding => finding.Location is not null).Select(finding => finding.Location.Line - 3)
            .ShouldBe(findings.Where(finding => finding.Location is not null).Select(finding => finding.Location.Line));
    }

    private static string[] Findings(ValidateReply reply) => [.. reply.Findings.Select(finding => finding.ToString())];

    private static ByteString Bytes(ValidateReply reply)
    {
        var copy = reply.Clone();
        copy.Provenance.Duration = null;
        return copy.ToByteString();
    }

    private static byte[] Docx()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            part.Write("<w:document>一、总体情况</w:document>");
        }

        return stream.ToArray();
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static string Novel(int sentences)
    {
        string[] parts = ["他走进了第3间屋子", "桌上放着12本书", "窗外下着雨", "其他人都不说话", "总计不过五六个人", "2024年的冬天", "“走吧。”她说"];
        var random = new Random(5);
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            text.Append(parts[random.Next(parts.Length)]).Append(random.Next(4) == 0 ? "。\n" : "，");
        }

        return text.ToString();
    }
}
