using Validation.V1;
using static System.FormattableString;
using Kind = Validation.V1.InspectedBlock.Types.Kind;

namespace Validation.Cli.Inspection;

/// <summary>What `validate inspect` says.</summary>
internal static class InspectionTexts
{
    public const string InspectDescription = "逐步列出一份草稿是怎样读出来的：文件里有什么、哪些行是年报、分成哪几部分、表格怎样取行、读出的数。需要规则编写人的密钥。";
    public const string InspectFileName = "文件";
    public const string InspectFileDescription = "草稿文件，一份。";
    public const string StepName = "步骤";
    public const string StepArticle = "正文的行";
    public const string StepSections = "各部分";
    public const string StepReport = "读出的年报";
    public const string NoRow = "（不属于任何一行）";
    public const string Unclear = "没有读准：";

    public static string InspectUnreadable(string path) => $"读不出“{path}”，请核对文件名和权限。";

    public static string InspectTooLarge(string path, int most) => Invariant($"“{path}”超过 {most >> 20} MiB，不能逐步查看。");

    public static string StepDescription(IEnumerable<string> steps) => $"只看这一步，可以写多次：{string.Join('、', steps)}。不写时列出全部。";

    public static string StepDocument(string format) => $"文件内容（{format}）";

    public static string BlockKind(Kind kind) => kind switch
    {
        Kind.TableRow => "表格行",
        Kind.PrintedLine => "印刷行",
        _ => "段落",
    };

    public static string Cell(InspectedPiece cell) =>
        cell.ContinuesAbove ? "↑" : cell.Columns > 1 ? Invariant($"{cell.Text}（占{cell.Columns}列）") : cell.Text;

    public static string SectionLines(InspectedSection section) =>
        Invariant($"第{section.Ordinal}部分，第{section.FirstLine}–{section.LastLine}行");

    public static string Reading(InspectedReading reading) =>
        Invariant($"{(reading.IsChosen ? "采用" : "未用")} {reading.Name}：记录 {reading.Records} 条，填上 {reading.Rows} 行");
}
