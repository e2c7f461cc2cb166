using Validation.Client.Connection;
using Validation.Client.Wording;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli.Rules;

/// <summary>What `validate rules` says.</summary>
internal static class RuleTexts
{
    public const string MarkNeverAccepted = "〔不能认可〕";

    /// <summary>What becomes of a rule on some reports.</summary>
    public static string MarkCases(IEnumerable<RuleCase> cases)
    {
        var words = cases.Select(one => $"{(one.Off ? "停用" : FindingWords.Name(one.Severity))}：{one.When}");
        return $"〔有条件的修改，{string.Join('；', words)}〕";
    }

    public const string StatusAccess = "权限：";

    // Names of things
    public const string Plus = "＋ ";
    public const string Minus = "－ ";
    public const string Tilde = "～ ";
    public const string RuleFolderName = "规则文件夹";
    public const string RuleIdName = "规则";
    public const string VersionName = "版本";
    public const string KeyName = "密钥";
    public const string AuthorName = "姓名";
    public const string ReasonName = "理由";
    public const string LimitName = "条数";
    public const string TryFilesName = "年报";
    public const string ReportName = "文件";
    public const string ExpressionName = "表达式";
    public const string RuleFilesName = "规则文件或文件夹";
    public const string PersonName = "姓名";
    public const string KindName = "种类";
    public const string DayName = "日期";
    public const string FactName = "路径";
    public const string ByRule = "按规则：";
    public const string Appear = "新出现";
    public const string Vanish = "不再出现";
    public const string Change = "有变化";
    public const string Parameter = "参数：";
    public const string OverriddenAt = "修改处：";

    // Help
    public const string RuleFilesDescription = "规则文件（*.yaml、*.yml，UTF-8），或者放规则文件的文件夹，连同子文件夹。";
    public const string OnlyRuleDescription = "只看这一条规则；全国规则也可以。";
    public const string ForceDescription = "试运行时规则在年报上出错的，也要发布；理由和出错的规则记入历史。";
    public const string PersonDescription = "只列这个人（或密钥）改的，写名字的一部分也可以。";
    public const string KindDescription = "只列这一种：published 发布，rolled-back 撤回，national 全国规则更新，refused 没有接受，proposed 提出后等人确认。";
    public const string SinceDescription = "只列这一天起的，如 2026-01-01。";
    public const string UntilDescription = "只列到这一天为止的（含当天）。";
    public const string RulesDescription = "供管理员使用：查看、编写、试用、发布和撤回检查规则。";
    public const string LintDescription = "检查规则文件写得对不对，不影响任何人。不连接服务，用程序自带的全国规则集；写明 --server 时由那个服务检查。";
    public const string TestDescription = "检查规则文件，并运行规则自带的测试。不连接服务，用程序自带的全国规则集；写明 --server 时由那个服务运行。";
    public const string DiffDescription = "比较规则：文件夹里的规则和现行规则，或者两个版本之间，有哪些不同。";
    public const string TryDescription = "试用：用文件夹里的规则检查一批年报，列出和现行规则相比哪些问题新出现（＋）、不再出现（－）、有变化（～）。不影响任何人。";
    public const string PublishDescription = "发布：让文件夹里的规则对所有人立即生效。写错的、测试不过的，服务一律不收，现行规则不变。";
    public const string RollbackDescription = "撤回：让以前的一个版本重新生效（成为新的版本，检查结果和当时一样）。";
    public const string HistoryDescription = "列出谁在什么时候、为什么改了什么，新的在前；没有被接受的发布也在内。";
    public const string ShowDescription = "列出现行规则；写明一条规则时显示它的原文；加 --output 时把本地规则文件写到一个空文件夹，供修改。";
    public const string ExplainDescription = "说明一条规则：为什么要有它，依据是什么，怎样写会被指出，怎样写没有问题。";
    public const string StatusDescription = "服务现在用的是哪个版本，有没有规则出故障。";
    public const string WatchDescription = "一直留意，每有新版本生效就打印一行，直到按 Ctrl+C。断线会自动重连。";
    public const string EvalDescription = "计算一个规则表达式，打印它的值（JSON）；出错时打印“error: 原因”，退出码 1。写 - 时从标准输入逐行读，每行打印一个 JSON 对象。";
    public const string RuleFolderDescription = "放规则文件（*.yaml、*.yml，UTF-8）的文件夹，连同子文件夹；隐藏文件不算。";
    public const string RuleIdDescription = "规则的编号，例如 t3-balance。";
    public const string ShowIdDescription = "规则的编号，例如 t3-balance；不写则列出全部规则。";
    public const string ShowVersionDescription = "看哪个版本，例如 2026.1+3；不写就是现行版本。";
    public const string OutputDescription = "把本地规则文件写到这个文件夹；它必须是空的，没有就新建。";
    public const string NationalDescription = "和 --output 一起用：连全国规则一起写，本地规则在 overlay、全国规则在 national（只供参考，不要发布）。";
    public const string RollbackVersionDescription = "要恢复的版本，例如 2026.1+2；版本见 validate rules history。";
    public const string FromDescription = "较早的版本；不写就是现行版本。";
    public const string ToDescription = "较新的版本；和规则文件夹只写一个。";
    public const string TestAllDescription = "全国规则自带的测试也运行。";
    public const string EmptyDescription = "不写文件夹：取消全部本地规则，只用全国规则。";
    public const string AuthorDescription = "谁改的，记入历史，最多 100 字；不写就用本机的用户名。";
    public const string ReasonDescription = "为什么改，记入历史，最多 1000 字；必须写。";
    public const string ExpectDescription = "现行版本必须是它，否则不改；写了就不再询问。不写则先列出变化，再询问。";
    public const string YesDescription = "不询问，直接改。";
    public const string LimitDescription = "最多列多少条，1 到 1000，默认 20。";
    public const string BeforeDescription = "只列这个版本以前的，用来接着往下看。";
    public const string ReportDescription = "一份年报：表达式里可以用它的数据。";
    public const string ExpressionDescription = "表达式，例如 \"1 + 2\"；以减号开头的要先写 --，例如 -- \"-1 + 2\"。写 - 表示从标准输入逐行读。";
    public const string RuleFormatDescription = "输出格式：text（给人看，默认）、json（给程序用，字段名和接口定义相同）。";

    // Wrong usage
    public const string DiffOfWhat = "请写规则文件夹，或者 --to <版本>，两者写一个。";
    public const string PublishWhat = "请写规则文件夹；要取消全部本地规则，请改写 --empty。";
    public const string ShowOrWrite = "--output 写出全部文件，不能同时写规则编号。";
    public const string NationalWhere = "--national 要和 --output 一起写。";
    public const string NobodyToAsk = "这里不能询问：请写 --expect <现行版本>，或者写 --yes 表示不用询问。";
    public const string NoAuthor = "不知道是谁改的，请写 --author <姓名>。";

    // Problems
    public const string NoTestRan = "没有运行测试。";
    public const string NotPublished = "没有改动，现行规则不变。";
    public const string AfterConflict = "取得现行规则：validate rules show --output <空文件夹>；看清差别：validate rules diff <规则文件夹>。";
    public const string ExpressionEmpty = "表达式是空的。";
    public const string NoValue = "服务没有给出值。";

    // Rules
    public const string NoRuleChanges = "规则没有变化。";
    public const string MarkLocal = "〔本地〕";
    public const string MessageBefore = "原来：";
    public const string MessageAfter = "改为：";
    public const string Why = "为什么：";
    public const string WrongExample = "错例：";
    public const string WrongMessage = "会指出：";
    public const string RightExample = "对例：";
    public const string RuleOrigin = "出处：";
    public const string StatusVersion = "规则版本：";
    public const string StatusState = "状态：";
    public const string NoHistory = "还没有改动过。";
    public const string NoVersion = "（未生效）";
    public const string Reconnected = "重新连上了。";

    public static readonly string KeyDescription =
        $"密钥。写在命令行上会留在命令历史里，最好用 --key-file、validate keys store 或环境变量 {ServerKey.EnvironmentVariable}。";

    public static readonly string HowToGiveTheKey =
        $"密钥用 --key-file、validate keys store 或环境变量 {ServerKey.EnvironmentVariable} 给出。";

    public const string RuleWithoutServer = "--rule 只在不连接服务时可用：请去掉 --server。";
    public const string NothingToPublish = "内容与现行规则相同，没有发布，版本不变。";
    public const string FailingIsNotPublished = "运行出错的规则会使年报的结论是“未能判定”。请先修改；服务不接受这样的规则，除非写明 --force 和理由。";

    public static string NoNationalRules(string problem) => $"程序旁边的 rules 文件夹中没有全国规则集，请重新安装，或者用 --server 连接服务。{problem}";

    public static string RuleFailed(FailingRule rule) =>
        Invariant($"规则 {rule.RuleId} 运行出错：{rule.Drafts} 份，例如 {rule.Draft}。原因：{rule.Cause}");

    public static string Example(string what, Occurrences occurrences) =>
        Invariant($"{what} {occurrences.Count} 处，例如 {occurrences.Draft}：{occurrences.Message}");

    public static string ParameterValues(RuleParameter parameter) => parameter.Own == parameter.InForce
        ? $"with.{parameter.Name} = {parameter.Own}"
        : $"with.{parameter.Name} = {parameter.InForce}（全国规则是 {parameter.Own}）";

    public static string Hint(string hint) => $"提示：{hint}";

    public static string BadKind(string value) => $"没有“{value}”这一种，可以写 published、rolled-back、national 或 refused。";

    public static string BadDay(string value) => $"“{value}”不是日期，应如 2026-01-01。";

    public static string BadRuleFormat(string value) => $"没有“{value}”这种格式，可以写 text 或 json。";

    public static string BadLimit(string value, int most) => Invariant($"“{value}”不是条数，应是 1 到 {most} 的整数。");

    public static string BadLength(string option, int most) => Invariant($"选项 {option} 后面应有 1 到 {most} 个字。");

    public static string TestFailed(string test, string message) => $"测试“{test}”没有通过：{message}";

    public static string LintClean(int rules) => Invariant($"没有发现问题，连同全国规则共 {rules} 条规则。");

    public static string ProblemCount(int errors, int warnings) => (errors, warnings) switch
    {
        (_, 0) => Invariant($"错误 {errors} 处。"),
        (0, _) => Invariant($"警告 {warnings} 处，没有错误。"),
        _ => Invariant($"错误 {errors} 处，警告 {warnings} 处。"),
    };

    public static string TestCount(int passed, int failed) =>
        failed == 0 ? Invariant($"测试全部通过，共 {passed} 项。") : Invariant($"测试通过 {passed} 项，没有通过 {failed} 项。");

    public static string BeforeAfter(string before, string after) =>
        $"{(before.Length == 0 ? "（无）" : before)} → {(after.Length == 0 ? "（无）" : after)}";

    public static string BeforeAfterIfChanged(string before, string after) =>
        string.Equals(before, after, StringComparison.Ordinal) ? after : BeforeAfter(before, after);

    public static string RuleChange(RuleChange.Types.Kind kind) => kind switch
    {
        V1.RuleChange.Types.Kind.Added => "新增",
        V1.RuleChange.Types.Kind.Removed => "删除",
        V1.RuleChange.Types.Kind.SwitchedOff => "停用",
        V1.RuleChange.Types.Kind.SwitchedOn => "恢复",
        _ => "修改",
    };

    public static string RuleChanges(IReadOnlyCollection<RuleChange> changes)
    {
        var kinds = changes.GroupBy(change => change.Kind).OrderBy(group => group.Key);
        return $"{string.Join('，', kinds.Select(group => Invariant($"{RuleChange(group.Key)} {group.Count()} 条")))}。";
    }

    public static string VerdictChange(Verdict before, Verdict after) =>
        before == after ? $"{VerdictWords.Of(after)}（结论不变）" : $"{VerdictWords.Of(before)} → {VerdictWords.Of(after)}";

    public static string UnchangedFindings(int unchanged) => unchanged == 0 ? string.Empty : Invariant($"（另有 {unchanged} 处不变）");

    public static IEnumerable<string> TrySummary(TryCounts counts, int left)
    {
        var notChecked = counts.NotChecked > 0 ? Invariant($"，{counts.NotChecked} 份{VerdictWords.NotChecked}") : string.Empty;
        var rest = left > 0 ? Invariant($"，{left} 份没有检查") : string.Empty;
        yield return Invariant($"共 {counts.All + left} 份：{counts.Same} 份结果不变，{counts.Different} 份有变化{notChecked}{rest}。");
        if (counts.Different > 0)
        {
            yield return Invariant($"问题：新出现 {counts.Appear} 处，不再出现 {counts.Vanish} 处，有变化 {counts.Change} 处。");
        }

        foreach (var ((before, after), drafts) in counts.Verdicts.OrderBy(step => step.Key))
        {
            yield return Invariant($"结论由“{VerdictWords.Of(before)}”变为“{VerdictWords.Of(after)}”：{drafts} 份。");
        }
    }

    public static string TryProgress(int percent, TryCounts counts, int left) =>
        Invariant($"{percent,3}% 完成 {counts.All}，有变化 {counts.Different}，剩余 {left}");

    public const string Proposed =
        "已提出，还没有生效：这个服务要求两个人修改规则。请另一位有发布权限的人用自己的密钥，对同样的内容再运行一次同样的命令。";

    public static string AskToPublish(string version, ServerAddress address) =>
        $"现行版本是 {version}。改动后，使用 {address} 的所有人立即按新规则检查。确定吗？[y/N] ";

    public static string AuthorTaken(string name) => $"姓名记为“{name}”（本机用户名，可用 --author 写明）。";

    public static string Published(Publication publication)
    {
        var restored = publication.RestoredVersion.Length == 0 ? string.Empty : $"，内容同 {publication.RestoredVersion}";
        var summary = publication.Summary.Length == 0 ? string.Empty : $"{publication.Summary.TrimEnd('。')}。";
        return $"已生效：{publication.Version}（原为 {publication.PreviousVersion}{restored}）。{summary}";
    }

    public static string PublicationAction(Publication entry) => entry.Action switch
    {
        Publication.Types.Action.Published => "发布",
        Publication.Types.Action.RolledBack => $"恢复 {entry.RestoredVersion}",
        Publication.Types.Action.NationalSetRenewed => "全国规则更新",
        Publication.Types.Action.Refused => "没有接受",
        Publication.Types.Action.Proposed => "提出，等另一人确认",
        _ => "改动",
    };

    public static string PublicationBy(Publication entry) => (entry.Author, entry.Principal) switch
    {
        ({ Length: 0 }, var principal) => principal,
        (var author, { Length: 0 }) => author,
        var (author, principal) => string.Equals(author, principal, StringComparison.Ordinal) ? author : $"{author}（{principal}）",
    };

    public static string NewVersion(RuleSetVersion version) => version.Publication is not { } entry
        ? version.Version
        : $"{version.Version}  {PublicationAction(entry)}  {PublicationBy(entry)}{CliTexts.Colon}{entry.Reason}";

    public static string ConnectionLost(RuleCallFailure failure) => $"{failure.Message}稍后自动重连。";

    public static string RulePlace(string file, int line) =>
        line > 0 ? Invariant($"{file} {PlaceWords.Of(new Location { Line = line })}") : file;

    public static string NoSuchRule(string id, string version) => $"{version} 的规则文件里没有“{id}”这条规则。";

    public static string FolderNotEmpty(string folder) => $"“{folder}”已有内容，没有写；请换一个空文件夹。";

    public static string CannotWrite(string folder) => $"写不了“{folder}”：没有权限，或磁盘已满。";

    public static string StrayPath(string path) => $"规则文件名“{path}”不对，没有写。";

    public static string FilesWritten(string version, int overlay, string folder, int national)
    {
        var reference = national > 0 ? Invariant($"，全国规则 {national} 个文件（只供参考）") : string.Empty;
        return overlay == 0
            ? Invariant($"{version} 没有本地规则{reference}；新写的规则请放在“{folder}”，再发布这个文件夹。")
            : Invariant($"已写出 {version} 的本地规则 {overlay} 个文件{reference}；修改后请发布文件夹“{folder}”。");
    }

    public static string MarkTrial(string until) => $"〔{FindingWords.OnTrial}至 {until}〕";

    public static string MarkOff(string reason) => reason.Length == 0 ? "〔停用〕" : $"〔停用：{reason}〕";

    public static string MarkWaits(string facts) => $"〔有{facts}时检查〕";

    public static string MarkYears(int since, int until) => (since, until) switch
    {
        (0, _) => Invariant($"〔只适用于 {until} 年及以前〕"),
        (_, 0) => Invariant($"〔只适用于 {since} 年起〕"),
        _ when since == until => Invariant($"〔只适用于 {since} 年〕"),
        _ => Invariant($"〔只适用于 {since} 至 {until} 年〕"),
    };

    public static string MarkGraded(Level own) => $"〔原为{FindingWords.Name(own)}〕";

    public static string RuleSetMade(string national, int files) =>
        files == 0 ? $"（全国规则 {national}，没有本地规则）" : Invariant($"（全国规则 {national}，本地规则 {files} 个文件）");

    public static string RuleSetPublished(string moment, Publication entry) =>
        $"，{moment} {PublicationBy(entry)}{PublicationAction(entry)}{CliTexts.Colon}{entry.Reason}";

    public static string Family(string family, int rules) => Invariant($"{(family.Length == 0 ? "其他" : family)}（{rules} 条）");

    public static string RuleCount(IReadOnlyCollection<RuleSummary> rules)
    {
        var parts = new List<string> { Invariant($"共 {rules.Count} 条规则") };
        Add(rules.Count(rule => rule.Off), "停用");
        Add(rules.Count(rule => rule.TrialUntil.Length > 0), FindingWords.OnTrial);
        Add(rules.Count(rule => rule.WaitsFor.Length > 0), "另需数据");
        Add(rules.Count(rule => rule.Local), "本地");
        return string.Join('，', parts) + "。";

        void Add(int count, string name)
        {
            if (count > 0)
            {
                parts.Add(Invariant($"{name} {count} 条"));
            }
        }
    }

    public static string ExpressionTooLong(int most) => Invariant($"表达式超过 {most} 个字符。");

    public static string ReportUnreadable(string path) => $"读不出“{path}”，请核对文件名和权限。";

    public static string ReportTooLarge(string path, int most) => Invariant($"“{path}”超过 {most >> 20} MiB，不能用来计算表达式。");

    public const string NewDescription = "写一条带说明的新规则，可以直接通过检查和测试，照着改成自己的。不连接服务。";
    public const string NewIdDescription = "新规则的编号：小写字母、数字和连字符，例如 local-hotline。";
    public const string NewOutputDescription = "写到这个新文件；不写就打印出来。";
    public const string FactsDescription = "列出规则的式子里可以写什么：事实、它们的字段和函数。不连接服务。";
    public const string FactDescription = "一个事实或函数，例如 report、applications.refused、claims、percent；不写就列出全部。";

    public static string NoSuchFact(string path) => $"没有名为“{path}”的事实或函数；全部的见 validate rules facts。";

    public static string OfType(string type) => $"（{type}）";

    public static string FileInTheWay(string path) => $"“{path}”已经存在，没有写。";

    /// <summary>A rule to begin with.</summary>
    public static string Skeleton(string id) =>
        $$$"""
        # 以“#”开头的是说明，改好以后可以删去。
        # 检查并运行例子：validate rules test 本文件；可以写什么：validate rules facts
        - id: {{{id}}}                       # 编号，定了就不要改
          title: 热线电话                   # 名称，几个字
          severity: warning                # error 必须改正，warning 请核对，info 提示
          basis: 本市政务公开工作要求        # 依据
          why: 群众要能打电话询问年度报告的内容。
          # trial: 2030-12-31              # 去掉行首的“#”就是试行：到这一天为止只提示，不影响结论
          # since: 2025                    # 只检查这一年度起的报告
          with: {number: "12345"}          # 参数，式子里写作 with.number；数字当文字用要加引号
          # applies: report.organization.contains('镇')   # 只检查这样的报告
          assert: section(6).text.contains(with.number)   # 应当成立的式子；不成立就是一处问题
          at: section(6)                   # 问题在哪里
          message: "第六部分没有写热线电话 {with.number}。"   # 含花括号的要加引号
          mend: "在第六部分写明热线电话 {with.number}。"
          tests:                           # 至少一个没有问题的例子、一个有问题的例子
            - name: 写了热线
              report: {sections: {6: "咨询电话：12345。"}}
              findings: []
            - name: 没有写热线
              report: {sections: {6: "无其他需要报告的事项。"}}
              findings: [{section: 6, message: 没有写热线电话}]

        """;

    public const string UsageDescription = "哪些规则常发现问题，哪些从没有发现过：各台服务器合计，不含稿件内容。";
    public const string UsageDaysName = "天数";
    public const string UsageDaysDescription = "最近多少天，含今天；不写时 30 天。";

    public static string BadDays(int most) => Invariant($"天数应当是 1 到 {most}。");

    public static string UsageChecks(RuleUsage usage) => Invariant($"自 {usage.Since} 起检查年报 {usage.Checks} 份，发现问题最多的规则：");

    public static string UsageRule(long checks, long findings, long rejected) =>
        Invariant($"  {checks} 份，问题 {findings} 处，其中 {rejected} 份须修改");

    public static string UsageNever(int rules) => Invariant($"没有发现过问题的规则 {rules} 条：");
}
