using Google.Protobuf.WellKnownTypes;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>Replies as a server gives them, built by hand.</summary>
internal static class Outcomes
{
    public const string Section3 = "三、收到和处理政府信息公开申请情况";

    public static CheckOutcome Of(ValidateReply reply, string path = "年报/济源2024年年报.txt") =>
        CheckOutcome.Answered(Draft.FromFile(path), reply);

    public static CheckOutcome Missing(string path = "没有.docx") =>
        CheckOutcome.Failed(Draft.FromFile(path), new CheckFailure(FailureKind.FileUnreadable, "找不到这个文件，请核对文件名和所在文件夹。"));

    public static ValidateReply Reply(Verdict verdict, params Finding[] findings) => new()
    {
        FileName = "济源2024年年报.txt",
        Verdict = verdict,
        Findings = { findings },
        Provenance = new Provenance
        {
            RuleSetVersion = "2024.1",
            EngineVersion = "0.1.0",
            DocumentSha256 = new string('a', 64),
            DocumentFormat = "txt; utf-8",
            Duration = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(12.34)),
        },
    };

    /// <summary>The reply, with rules that were not evaluated.</summary>
    public static ValidateReply Waiting(ValidateReply reply)
    {
        reply.Provenance.NotEvaluated.Add(
        [
            new UnevaluatedRule { RuleId = "n3-yoy", Title = "与上年的比较", Reason = "缺上年报告" },
            new UnevaluatedRule { RuleId = "x-carry", Title = "上年结转与上年报告", Reason = "缺上年报告" },
            new UnevaluatedRule { RuleId = "t4-pair", Title = "复议与诉讼", Reason = "只适用于 2024 年起的报告" },
        ]);
        return reply;
    }

    /// <summary>The reply to a draft that was compared with last year's report, of which it has a paragraph.</summary>
    public static ValidateReply Compared()
    {
        var reply = Reply(Verdict.Accept, new Finding
        {
            RuleId = "x-text-dup",
            Title = "与上年文字雷同",
            Severity = Level.Warning,
            RuleSeverity = Level.Error,
            Message = "“总体情况”与上年的报告有 93% 相同。",
            Basis = "国办公开办函〔2021〕30号",
            Section = "一、总体情况",
            Twin = new Twin { Text = "全年公开信息 8 条。", Report = "2023年年报.docx", Location = new Location { Paragraph = 4 } },
        });
        reply.Provenance.Prior = new PriorReport
        {
            Source = PriorSource.Request, FileName = "2023年年报.docx", Title = "济源市2023年政府信息公开工作年度报告", Year = 2023,
        };
        return reply;
    }

    public static ValidateReply NotAReport() => new()
    {
        FileName = "通知.docx", Verdict = Verdict.NotDecided, Reason = Reason.NotAReport, ReasonText = "这份文件不是政府信息公开工作年度报告。",
    };

    public static Finding Balance() => new()
    {
        RuleId = "t3-balance",
        Title = "收办平衡",
        Severity = Level.Error,
        RuleSeverity = Level.Error,
        Message = "自然人：本年新收 1 加上年结转 0 等于 1，与（七）总计 2 加结转下年度继续办理 0 之和 2 不相等。",
        Basis = "表三：第一项加第二项之和，等于第三项加第四项之和",
        Section = Section3,
        Cells =
        {
            Cell("received", "一、本年新收政府信息公开申请数量", "1", 50),
            Cell("carried_in", "二、上年结转政府信息公开申请数量", "0", 51),
            Suspect(Cell("results_total", "（七）总计", "2", 74)),
            Cell("carried_out", "四、结转下年度继续办理", string.Empty, 75),
        },
        Location = new Location { Line = 50, Column = 20 },
        Expected = "1",
        Actual = "2",
        Suggestions = { new Suggestion { Text = "把“（七）总计”的自然人改为 1。", Edits = { new CellEdit { Path = "x", Text = "1" } } } },
        Fingerprint = "0123456789abcdef",
    };

    public static Finding MissingPeriod() => new()
    {
        RuleId = "period-missing",
        Title = "统计期限",
        Severity = Level.Warning,
        RuleSeverity = Level.Warning,
        Message = "没有写明统计期限。",
        Fingerprint = "1123456789abcdef",
    };

    public static Finding Heading() => new()
    {
        RuleId = "sec-heading-text",
        Title = "标题用语",
        Severity = Level.Info,
        RuleSeverity = Level.Info,
        Message = "第一部分的标题与格式不同。",
        Section = "一、总体情况",
        Location = new Location { Paragraph = 4 },
        Expected = "总体情况",
        Actual = "总体公开情况",
        Fingerprint = "2123456789abcdef",
    };

    public static Finding Blanks(int rows)
    {
        var finding = new Finding
        {
            RuleId = "cell-blank",
            Title = "空白单元格",
            Severity = Level.Warning,
            RuleSeverity = Level.Warning,
            Message = "表三有空白的单元格，没有数的应填 0。",
            Section = Section3,
            Fingerprint = "3123456789abcdef",
        };
        for (var i = 0; i < rows * 7; i++)
        {
            finding.Cells.Add(new CellReference
            {
                Path = $"applications.row{i / 7}.c{i % 7}",
                Row = $"第{i / 7}项",
                Column = $"第{i % 7}列",
                Location = new Location { Line = 50 + (i / 7) },
            });
        }

        return finding;
    }

    private static CellReference Cell(string row, string label, string text, int line) => new()
    {
        Path = $"applications.{row}.natural_person", Row = label, Column = "自然人", Text = text, Location = new Location { Line = line },
    };

    private static CellReference Suspect(CellReference cell)
    {
        cell.Suspect = true;
        return cell;
    }
}
