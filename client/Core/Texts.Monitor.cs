using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client;

/// <summary>What notifications and lists of drafts say.</summary>
internal static partial class Texts
{
    public const string OfflineTitle = "校验服务没有应答";

    public const string OwnFault = "客户端内部出错，没有检查；这不是稿件的问题，请联系管理员。";

    private const int MostNoticeCharacters = 200;
    private const int MostNames = 3;

    public static string NotCheckedBecause(string reason) => $"{NotChecked}：{reason}";

    public static string Summary(ValidateReply reply, Tally tally)
    {
        var failures = VerdictWords.FailuresBeside(reply);
        return failures.Length == 0 ? Judged(reply, tally) : $"{Judged(reply, tally)}；{failures}";
    }

    private static string Judged(ValidateReply reply, Tally tally) => reply.Verdict switch
    {
        Verdict.Accept when tally.IsClean => $"{Accepted}，{Clean}",
        Verdict.Accept => $"{Accepted}（{Tally(tally)}）",
        Verdict.Reject => $"{Rejected}（{Tally(tally)}）",
        _ => reply.ReasonText.Length > 0 ? $"{NotDecided}：{reply.ReasonText}" : NotDecided,
    };

    public static string NoticeTitle(CheckedDraft draft) => ShellText.Cut(draft.Name, 40);

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

        return ShellText.Cut(string.Join('\n', lines), MostNoticeCharacters);
    }

    public static string Offline(int waiting, string problem) =>
        ShellText.Cut(Number($"{problem}\n已记下 {waiting} 份草稿，服务恢复后自动检查。"), MostNoticeCharacters);

    public static string ManyCheckedTitle(int drafts) => Number($"检查了 {drafts} 份草稿");

    public static string ManyChecked(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst) =>
        ShellText.Cut($"{ByVerdict(drafts)}\n{Named(drafts, worst)}", MostNoticeCharacters);

    public static string NewRulesTitle(string version) => ShellText.Cut($"规则已更新为 {version}", 60);

    public static string NewRules(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst) =>
        ShellText.Cut($"结果有变化的草稿{ByVerdict(drafts)}\n{Named(drafts, worst)}", MostNoticeCharacters);

    private static string ByVerdict(IReadOnlyCollection<CheckedDraft> drafts) => Counts(new Counts(
        drafts.Count(draft => draft.Verdict == Verdict.Accept),
        drafts.Count(draft => draft.Verdict == Verdict.Reject),
        drafts.Count(draft => draft.Verdict == Verdict.NotDecided),
        drafts.Count(draft => draft.Verdict is null)));

    private static string Named(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst)
    {
        var names = drafts.Where(draft => draft.HasProblem).OrderBy(draft => draft != worst).Take(MostNames)
            .Select(draft => ShellText.Cut(draft.Name, 30)).ToList();
        var more = drafts.Count(draft => draft.HasProblem) > names.Count ? " 等" : string.Empty;
        var first = worst.Worst.Length == 0 ? string.Empty : names.Count > 1 ? $"\n{names[0]}：{worst.Worst}" : $"\n{worst.Worst}";
        return names.Count == 0 ? string.Empty : $"有问题的：{string.Join('、', names)}{more}{first}";
    }
}
