using Validation.Client.Wording;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Client.Monitor;

/// <summary>What the monitor tells of drafts and of the server.</summary>
internal static class MonitorTexts
{
    public const string OfflineTitle = "校验服务没有应答";
    public const string OwnFault = "客户端内部出错，没有检查；这不是稿件的问题，请联系管理员。";
    public const string CopyNotWritten = "批注副本写不进去：如果它正在 Word 中打开，请先关上再试。";
    public const string Waits = "新的一版等待检查";
    public const string WaitsPaused = "已暂停，继续时检查";
    public const string WaitsOffline = "校验服务没有应答，恢复后检查";
    public const string WaitsAway = "文件不在原处，找到后检查";
    public const string NoReport = "草稿没有写明机关或年度，不能记下“已核对”。";
    private const int MostNoticeCharacters = 200;
    private const int MostNames = 3;

    public static string NotCheckedBecause(string reason) => $"{WordingTexts.NotChecked}：{reason}";

    public static string Summary(ValidateReply reply, Tally tally)
    {
        var failures = VerdictWords.FailuresBeside(reply);
        return failures.Length == 0 ? Judged(reply, tally) : $"{Judged(reply, tally)}；{failures}";
    }

    private static string Judged(ValidateReply reply, Tally tally) => reply.Verdict switch
    {
        Verdict.Accept when tally.IsClean => $"{WordingTexts.Accepted}，{WordingTexts.Clean}",
        Verdict.Accept => $"{WordingTexts.Accepted}（{WordingTexts.Tally(tally)}）",
        Verdict.Reject => $"{WordingTexts.Rejected}（{WordingTexts.Tally(tally)}）",
        _ => reply.ReasonText.Length > 0 ? $"{WordingTexts.NotDecided}：{reply.ReasonText}" : WordingTexts.NotDecided,
    };

    public static string WaitsAgain(string problem) => $"稍后再试：{problem}";

    public static string FolderAdded(AddedFolder added) => added switch
    {
        { Drafts: 0 } => "里面还没有草稿；以后每次保存都会自动检查。",
        { Unchecked: 0 } => Invariant($"里面有 {added.Drafts} 份草稿，都检查过了；以后每次保存都会自动检查。"),
        _ => Invariant($"里面有 {added.Drafts} 份草稿，其中 {added.Unchecked} 份还没有检查过。以后每次保存都会自动检查。"),
    };

    public static string NoticeTitle(CheckedDraft draft) => ShellText.Cut(draft.Name, 40);

    public static string NoticeText(CheckedDraft draft)
    {
        var lines = new List<string>();
        if (draft.Changes is { IsNone: false } changes)
        {
            lines.Add(changes.Text);
        }

        lines.Add(draft.Summary);
        if (WorstOf(draft) is { Length: > 0 } worst)
        {
            lines.Add(worst);
        }

        return ShellText.Cut(string.Join('\n', lines), MostNoticeCharacters);
    }

    public static string Offline(int waiting, string problem) =>
        ShellText.Cut($"{problem}\n{WaitingWords.Of(waiting)}。", MostNoticeCharacters);

    public static string ManyCheckedTitle(int drafts) => Invariant($"检查了 {drafts} 份草稿");

    public static string ManyChecked(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst) =>
        ShellText.Cut($"{ByVerdict(drafts)}\n{Named(drafts, worst)}", MostNoticeCharacters);

    public static string NewRulesTitle(string version) => ShellText.Cut($"规则已更新为 {version}", 60);

    public static string NewRules(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst) =>
        ShellText.Cut($"结果有变化的草稿{ByVerdict(drafts)}\n{Named(drafts, worst)}", MostNoticeCharacters);

    /// <summary>The mend first: of a notification that is too long the end is lost.</summary>
    private static string WorstOf(CheckedDraft draft) => draft.Lead + draft.Worst;

    private static string ByVerdict(IReadOnlyCollection<CheckedDraft> drafts) => WordingTexts.Counts(new Counts(
        drafts.Count(draft => draft.Verdict == Verdict.Accept),
        drafts.Count(draft => draft.Verdict == Verdict.Reject),
        drafts.Count(draft => draft.Verdict == Verdict.NotDecided),
        drafts.Count(draft => draft.Verdict is null)));

    private static string Named(IReadOnlyCollection<CheckedDraft> drafts, CheckedDraft worst)
    {
        var names = drafts.Where(draft => draft.HasProblem).OrderBy(draft => draft != worst).Take(MostNames)
            .Select(draft => ShellText.Cut(draft.Name, 30)).ToList();
        var more = drafts.Count(draft => draft.HasProblem) > names.Count ? " 等" : string.Empty;
        var first = WorstOf(worst).Length == 0 ? string.Empty : names.Count > 1 ? $"\n{names[0]}：{WorstOf(worst)}" : $"\n{WorstOf(worst)}";
        return names.Count == 0 ? string.Empty : $"有问题的：{string.Join('、', names)}{more}{first}";
    }
}
