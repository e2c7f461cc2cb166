using System.Xml.Linq;
using Validation.Engine.Annotation;
using Validation.Engine.Tests.Documents.Docx;
using Validation.V1;

namespace Validation.Engine.Tests.Annotation;

/// <summary>What comments say, and which findings have one.</summary>
public sealed class CommentTextTests
{
    private static readonly byte[] Docx = DocxFile.Of(DocxFile.P("某某市2024年政府信息公开工作年度报告"));

    [Fact]
    public void Annotate_Finding_SaysWhatIsWrongHowToMendItAndWhy()
    {
        var finding = new Finding
        {
            RuleId = "t3-balance", Title = "收办平衡", Severity = Level.Error, Message = "相差 <2> & \u0001。", Basis = "条例第五十条",
            Suggestions = { new Suggestion { Text = "由 7 改为 5" }, new Suggestion { Text = "由 9 改为 11" } },
        };

        var comment = Comments(AnnotatedFile.Of(Docx, finding)).ShouldHaveSingleItem();

        Lines(comment).ShouldBe(
        [
            "【错误】收办平衡", "相差 <2> & \uFFFD。", "怎么改：由 7 改为 5", "或者：由 9 改为 11", "依据：条例第五十条（规则 t3-balance）",
        ]);
        comment.Attributes().Select(attribute => attribute.Value).ShouldBe(["0", "年报校验", "2026-03-01T16:30:00Z", "校验"]);
    }

    [Fact]
    public void Annotate_FindingWithoutASuggestion_SaysWhatIsExpected()
    {
        var finding = new Finding { RuleId = "r", Title = "标题", Severity = Level.Warning, Message = "不同。", Expected = "三、", Actual = "3、" };

        Lines(Comments(AnnotatedFile.Of(Docx, finding)).Single()).ShouldBe(["【警告】标题", "不同。", "应为“三、”，现为“3、”。", "规则：r"]);
    }

    [Fact]
    public void Annotate_RuleOnTrial_SaysThatItDoesNotCount()
    {
        var finding = new Finding { RuleId = "r", Title = "标题", Severity = Level.Info, Message = "不同。", Trial = true };

        Lines(Comments(AnnotatedFile.Of(Docx, finding)).Single())[0].ShouldBe("【提示，规则试行中，不影响结论】标题");
    }

    [Fact]
    public void Annotate_AcceptedFinding_HasNoComment()
    {
        var copy = AnnotatedFile.Copy(Docx, new Report(), new Finding { RuleId = "r", Accepted = new Accepted { Id = "a" } });

        copy.Comments.ShouldBe(0);
        copy.Content.ToArray().ShouldBe(Docx);
    }

    [Fact]
    public void Annotate_NotDecided_SaysWhyAtTheTitle()
    {
        var reply = new ValidateReply
        {
            Reason = Reason.PartlyUnreadable, ReasonText = "表三读不清。", Report = new Report(),
            Provenance = new Provenance { DocumentFormat = "docx" },
        };

        var copy = new DocumentAnnotator().Annotate(Docx, reply, AnnotatedFile.Date);

        copy.Comments.ShouldBe(1);
        AnnotatedFile.Part(copy.Content.ToArray(), "word/comments.xml").ShouldContain("【未能判定】表三读不清。");
    }

    [Fact]
    public void Annotate_ReplyWithoutAReport_HasNoCopy()
    {
        var reply = new ValidateReply { Provenance = new Provenance { DocumentFormat = "docx" } };

        new DocumentAnnotator().Annotate(Docx, reply, AnnotatedFile.Date).Obstacle.ShouldBe(CopyObstacle.Unread);
    }

    [Fact]
    public void Annotate_PartAboveTheLimit_IsRefusedInWords()
    {
        var reply = new ValidateReply { Report = new Report(), Provenance = new Provenance { DocumentFormat = "docx" } };

        var copy = new DocumentAnnotator(new EngineLimits { AnnotatedPartBytes = 500 }).Annotate(Docx, reply, AnnotatedFile.Date);

        copy.Obstacle.ShouldBe(CopyObstacle.NotPossible);
        copy.ObstacleText.ShouldContain("太大");
    }

    private static List<XElement> Comments(AnnotatedFile file) => [.. XDocument.Parse(file.Part("word/comments.xml")).Root!.Elements()];

    private static List<string> Lines(XElement comment) => [.. comment.Elements().Select(paragraph => paragraph.Value)];
}
