using System.Globalization;
using Validation.V1;

namespace Validation.Client;

/// <summary>What notifications and lists of drafts say.</summary>
internal static partial class Texts
{
    public const string OfflineTitle = "校验服务没有应答";

    private const int MostNoticeCharacters = 200;
    private const int MostNames = 3;

    public static string NotChecked(string reason) => $"未能检查：{reason}";

    public static string Summary(ValidateReply reply, Tally tally) => reply.Verdict switch
    {
        Verdict.Accept when tally.IsClean => "通过，没有发现问题",
        Verdict.Accept => $"通过（{Counts(tally)}）",
        Verdict.Reject => $"有错误，须修改（{Counts(tally)}）",
        _ => reply.ReasonText.Length > 0 ? $"未能判定：{reply.ReasonText}" : "未能判定",
    };

    public static string NoticeTitle(CheckedDraft draft) => Shorten(draft.Name, 40);

    public static string NoticeText(CheckedDraft draft)
    {
        var lines = new List<string> { draft.Summary };
        if (draft.Changes is { IsNone: false } changes)
        {
            lines.Add(Number($"和上次相比：改好 {changes.Fixed} 处，新出现 {changes.New} 处"));
        }

        if (draft.Worst.Length > 0)
        {
            lines.Add(draft.Worst);
        }

        return Shorten(string.Join('\n', lines), MostNoticeCharacters);
    }

    public static string Offline(int waiting, string problem) =>
        Shorten(Number($"{problem}\n已记下 {waiting} 份草稿，服务恢复后自动检查。"), MostNoticeCharacters);

    public static string ManyCheckedTitle(int drafts) => Number($"检查了 {drafts} 份草稿");

    public static string ManyChecked(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst) =>
        Shorten($"{ByVerdict(drafts)}\n{Named(drafts, worst)}", MostNoticeCharacters);

    public static string NewRulesTitle(string version) => Shorten($"规则已更新为 {version}", 60);

    public static string NewRules(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst) =>
        Shorten(Number($"{drafts.Count} 份草稿的结果有变化。{ByVerdict(drafts)}\n{Named(drafts, worst)}"), MostNoticeCharacters);

    private static string ByVerdict(IReadOnlyCollection<CheckedDraft> drafts)
    {
        var parts = new List<string>();
        Add(Verdict.Reject, "须修改");
        Add(Verdict.NotDecided, "未能判定");
        Add(null, "未能检查");
        Add(Verdict.Accept, "通过");
        return string.Join('，', parts) + "。";

        void Add(Verdict? verdict, string name)
        {
            var count = drafts.Count(draft => draft.Verdict == verdict);
            if (count > 0)
            {
                parts.Add(Number($"{name} {count} 份"));
            }
        }
    }

    private static string Named(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst)
    {
        var names = drafts.Where(draft => draft.HasProblem).OrderBy(draft => draft != worst).Take(MostNames)
            .Select(draft => Shorten(draft.Name, 30)).ToList();
        var more = drafts.Count(draft => draft.HasProblem) > names.Count ? " 等" : string.Empty;
        return names.Count == 0 ? string.Empty : $"有问题的：{string.Join('、', names)}{more}";
    }

    private static string Counts(Tally tally)
    {
        var parts = new List<string>();
        Add(tally.Errors, "错误");
        Add(tally.Warnings, "警告");
        Add(tally.Hints, "提示");
        return string.Join('，', parts);

        void Add(int count, string name)
        {
            if (count > 0)
            {
                parts.Add(Number($"{name} {count} 处"));
            }
        }
    }

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
