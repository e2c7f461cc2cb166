using System.Globalization;
using static System.FormattableString;

namespace Validation.Client.Monitor;

/// <summary>The words of the page of all drafts.</summary>
internal static class DraftsTexts
{
    public const string Heading = "全部草稿";
    public const string NeverChecked = "没有检查过";
    public const string Waiting = "等待检查";
    public const string None = "还没有草稿：在监视的文件夹里保存一份，或右键点击图标，选“立即检查”。";
    public const string NoProblems = "没有须修改或未能判定的草稿。";
    public const string Report = "报告";
    public const string File = "文件";
    public const string Folder = "文件夹";
    public const string NoValue = "—";

    public static readonly IReadOnlyList<string> Headings = ["草稿", "结论", "最要紧的问题或原因", "检查时间", "打开"];

    public static string Title(DraftGroup group, int drafts) => group switch
    {
        DraftGroup.Problems => Invariant($"须修改或未能判定（{drafts} 份）"),
        DraftGroup.Waiting => Invariant($"等待检查或没有检查过（{drafts} 份）"),
        _ => Invariant($"其余（{drafts} 份）"),
    };

    public static string WrittenAt(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at:yyyy}年{at:%M}月{at:%d}日 {at:HH:mm:ss} 的情况；每次从图标打开时更新。");

    public static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm}");

    public static string Server(string problem) => $"校验服务：{problem}";

    public static string More(int drafts) => Invariant($"另有 {drafts} 份，没有一一列出。");
}
