using Validation.Client.Wording;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Server.Pages.Editing;

/// <summary>The words of the page on which the local rules are written.</summary>
internal static class EditingTexts
{
    public const string Lead = "本地规则和全国规则集合在一起生效。在这里改，检查、测试、试运行都不影响任何人，发布以后所有人立即按新规则校验。";
    public const string Text = "本地规则（YAML）";
    public const string Hint = "边写边检查。Ctrl＋空格列出这里可以写的键、事实和函数，↑↓ 选，Enter 写入，Esc 关闭。";
    public const string SeveralFiles = "每个文件前面有一行“# ===== 文件名.yaml =====”；只有一个 local.yaml 时可以不写。";
    public const string Check = "检查";
    public const string Test = "运行测试";
    public const string Publish = "发布";
    public const string Save = "存成文件";
    public const string Load = "从文件读入";
    public const string FileName = "本地规则.yaml";
    public const string TryTitle = "试运行";
    public const string TryLead = "和正在使用的规则比：哪些问题新出现，哪些不再出现，哪些有变化。不影响任何人。";
    public const string ChooseReports = "年报文件，可以选几个";
    public const string TryFiles = "用选好的文件试运行";
    public const string TryArchive = "用归档的报告试运行";
    public const string TryYear = "年度，不写是全部";
    public const string Stop = "停止";
    public const string PublishTitle = "发布";
    public const string Author = "修改人";
    public const string Reason = "修改的理由，写入修改记录";
    public const string EmptyOnPurpose = "确实删去全部本地规则，只用全国规则";
    public const string ForceOnPurpose = "试运行时出错的规则也要发布";
    public const string OnlyPublishers = "您可以编写和试运行。发布要有发布者（publisher）权限：请把文字存成文件，交给发布者。";
    public const string TwoPeople = "这台服务器上修改规则要两个人：第一个人发布的是提议，另一位发布者在同一版本上发布同样的内容，才生效。";
    public const string Waiting = "等另一人确认的提议";
    public const string OpenProposal = "打开这份提议";
    public const string NoSuchProposal = "没有这份提议：它可能已经生效，或者是在别的版本上提出的。下面是正在使用的本地规则。";
    public const string SameAsProposal = "和编辑框里的内容完全一样：由另一位发布者按“发布”就是确认。";
    public const string NoProblems = "没有写错的地方。";
    public const string NoTests = "没有可运行的例子。";
    public const string Unchanged = "内容与正在使用的相同，没有新版本。";
    public const string WouldChange = "发布后的变化";
    public const string ProblemTitle = "写错的地方";
    public const string TestTitle = "例子";
    public const string Proposed = "已经提出，等另一位发布者确认。现行规则没有变。他在这个页面上打开这份提议，按“发布”就生效。";
    public const string OtherTitle = "别人已经改过";
    public const string OtherLost = "原来的版本已经不能编译，列不出变化。";
    public const string OtherText = "现在的本地规则";
    public const string KeptText = "您写的文字在上面的编辑框里，没有改动。请先把别人的改动合并进去，再按下面的按钮：不合并就发布，会把别人的改动撤掉。";
    public const string FormExpired = "页面放得太久，没有执行。您写的文字还在下面，请再按一次。";
    public const string NotSignedIn = "登录已经结束，没有执行。您写的文字在下面：请先登录，再回到这一页按“继续编写”。";
    public const string NotAllowed = "没有执行，您写的文字在下面。";
    public const string SignInFirst = "先在新窗口登录";
    public const string GoOn = "继续编写";
    public const string NothingChosen = "请先选择年报文件。";
    public const string YearWrong = "年度请写成四位数字，例如 2024。";
    public const string EmptyNeeded = "编辑框是空的，没有发布。确实要删去全部本地规则、只用全国规则的，请勾选“" + EmptyOnPurpose + "”。";
    public const string EmptyWrong = "勾选了“" + EmptyOnPurpose + "”，编辑框里却有规则，没有发布：请去掉其中一项。";
    public const string NoReports = "没有归档的报告符合条件。";
    public const string NothingDiffers = "没有一份报告的问题有变化。";
    public const string ByRule = "按规则";
    public const string NotFit = "没有发布：规则有误或例子没有通过。";
    public const string Before = "原来：";
    public const string After = "改为：";
    public const string WillFail = "有出错规则的，服务不接受发布，除非勾选“" + ForceOnPurpose + "”。";
    public const string TooLarge = "文件太大，没有试运行。";
    public const string KeyEnded = "密钥已被收回或已过期，试运行没有做完。您写的文字还在编辑框里。";
    public const string Interrupted = "服务正在停止，试运行没有做完。";
    public const string HasMeaning = "有没有这一项，例如 has(report.period)";
    public const string Words = "这里可以写的";
    public const string NoWords = "没有可以补全的词";

    // What the script says.
    public const string Busy = "正在处理……";
    public const string Failed = "服务暂时没有回应，没有执行。您写的文字还在编辑框里，也存在这台电脑的浏览器中。";
    public const string LintFailed = "暂时没有检查：服务没有回应。";
    public const string SignedOut = "登录已经结束，没有执行。您写的文字还在编辑框里，也存在这台电脑的浏览器中：请在新窗口登录，再按一次。";
    public const string KeptIn = "浏览器里有没有发布的文字：";
    public const string TakeBack = "取回";
    public const string Discard = "丢弃";

    /// <summary>The headings of the table of rules whose findings differ.</summary>
    public static IReadOnlyList<string> ShiftHeadings { get; } = ["规则", "新出现", "不再出现", "有变化", "例子"];

    /// <summary>The functions of the language that go through a list, with their explanation.</summary>
    public static IReadOnlyList<(string Form, string Meaning)> Macros { get; } =
    [
        ("all(x, 条件)", "每一项都使条件成立"),
        ("exists(x, 条件)", "有一项使条件成立"),
        ("exists_one(x, 条件)", "恰好有一项使条件成立"),
        ("filter(x, 条件)", "使条件成立的各项"),
        ("map(x, 式子)", "由每一项算出的列表"),
    ];

    public static string VersionNow(string version) => $"正在使用的版本：{version}。";

    public static string MadeFrom(string version) => $"这份文字是在 {version} 上改的。";

    public static string Place(PlacedProblem problem, bool isOneFile)
    {
        var column = problem.Column > 0 ? Invariant($"第 {problem.Column} 列") : "";
        var line = Invariant($"第 {problem.Line} 行") + column;
        return isOneFile ? line : $"{line}（{problem.File}）";
    }

    public static string TestFailed(string test, string message) => $"例子“{test}”：{message}";

    public static string Tests(int passed, int failed)
    {
        return failed == 0 ? Invariant($"{passed} 个例子全部通过。") : Invariant($"{failed} 个例子没有通过，{passed} 个通过。");
    }

    public static string Counted(int rules) => Invariant($"和全国规则合在一起共 {rules} 条。");

    public static string Published(Publication publication)
    {
        return $"已发布，现行版本是 {publication.Version}（{publication.Summary}）。所有人立即按它校验。";
    }

    public static string Proposal(Publication proposal, string time)
    {
        return $"{proposal.Author} 于 {time} 在 {proposal.PreviousVersion} 上提出：{proposal.Reason}（{proposal.Summary}）";
    }

    public static string Since(OtherChange other)
    {
        return other.Publication is { } by
            ? $"您在 {other.From} 上修改的时候，{by.Author} 发布了 {other.Version}：{by.Reason}。没有发布您的修改。"
            : $"您的修改是在 {other.From} 上作的，正在使用的是 {other.Version}。没有发布。";
    }

    public static string ChangedSince(string from, string to) => $"从 {from} 到 {to} 的变化";

    public static string Onto(string version) => $"已经合并，改在 {version} 上";

    public static string TriedTitle(int all, int different) => Invariant($"试运行 {all} 份文件：{different} 份有变化");

    public static string Verdicts(Verdict before, Verdict after)
    {
        return before == after ? $"{VerdictWords.Of(after)}（结论不变）" : $"{VerdictWords.Of(before)} → {VerdictWords.Of(after)}";
    }

    public static string Unchanging(int findings) => Invariant($"另有 {findings} 处不变。");

    public static string More(long left) => Invariant($"还有 {left} 项没有列出。");

    public static string ArchiveTitle(TryRulesSummary summary)
    {
        return Invariant($"试运行 {summary.Reports} 份归档的报告：{summary.ChangedReports} 份有变化（与 {summary.RuleSetVersion} 比）");
    }

    public static string VerdictShift(VerdictShift shift)
    {
        return Invariant($"{VerdictWords.Of(shift.Before)} → {VerdictWords.Of(shift.After)}：{shift.Reports} 份");
    }

    public static string Failing(RuleFailureCount failure)
    {
        return Invariant($"规则 {failure.Failure.RuleId} 在 {failure.Reports} 份报告上运行出错：{failure.Failure.Message}");
    }

    public static string Failing(RuleFailure failure) => $"规则 {failure.RuleId} 运行出错：{failure.Message}";

    public static string Examples(int count) => Invariant($"{count} 个例子");

    public static string ReportOf(TriedFinding finding) => Invariant($"{finding.Organization} {finding.Year} 年");

    public static string HowItDiffers(FindingChange change)
    {
        return change.Before is null ? "新出现" : change.After is null ? "不再出现" : "有变化";
    }

    public static string CellIn(string table, string row, string column) => $"{table}：{row}，{column}";
}
