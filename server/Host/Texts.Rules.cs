using Google.Protobuf.WellKnownTypes;
using Validation.V1;
using Kind = Validation.V1.RuleChange.Types.Kind;

namespace Validation.Server;

/// <summary>Texts about the administration of rules.</summary>
internal static partial class Texts
{
    public const string SystemPrincipal = "系统";

    public const string ExpectedVersionMissing = "请写明 expected_version：修改是在哪个版本上作出的。";
    public const string CandidateFirst = "请先发送一次候选规则，然后只发送文档。";
    public const string NothingToCompare = "请写明和什么比较：候选规则或版本号。";
    public const string NoSuchPage = "page_token 无法识别：请原样使用上一次答复中的 next_page_token。";

    public const string CandidateMissing =
        "请求中没有规则文件，没有发布：请在 candidate 中写上全部本地规则文件；确实要删去全部本地规则、只用全国规则的，请把 empty 设为 true"
        + "（命令行：validate rules publish --empty）。";

    public const string CandidateNotEmpty = "empty 为 true 表示删去全部本地规则，candidate 中却有文件，没有发布：请去掉其中一项。";
    public const string TryAgain = "请重试。";

    public const string StoreBehind = "规则库比本机保存的旧，可能被换过或已损坏：请恢复规则库的备份，或查看说明重新开始。";
    public const string StoreTooSlow = "规则库没有及时回答。";
    public const string LastGoodDamaged = "本机保存的规则集文件损坏，改用更早的一份。";

    public const string PageProblem = "规则库";
    public const string PageAlarms = "反复出错的规则";

    public static string RuleFailsOften(RuleAlarm alarm)
    {
        return Format(
            $"规则 {alarm.RuleId} 反复出错：最近 {alarm.Checks} 次校验中 {alarm.Failed} 次，来自 {alarm.Principals} 个来源。{alarm.Message}");
    }

    public static string StoreFailed(string database)
    {
        return $"规则库（{database}）无法使用，原因见服务器日志。";
    }

    public static string StoreDamaged(string version)
    {
        return $"规则库中 {version} 的内容已损坏：请恢复规则库的备份。";
    }

    public static string StoreTooNew(int found, int known)
    {
        return Format($"规则库是更新的程序建立的（结构版本 {found}，本程序只认识到 {known}）：请升级本程序。");
    }

    public static string WorksWith(string version)
    {
        return $"仍在使用 {version}。";
    }

    public static string DoesNotCompileHere(string version)
    {
        return $"规则集 {version} 在本服务器上无法编译，可能是更新的程序发布的：请升级本程序。";
    }

    public static string NotKept(string detail)
    {
        return $"规则集无法保存到数据文件夹，规则库一旦无法使用，重启后会用到旧的规则集（{detail}）。";
    }

    public static string NationalSetUnreadable(string folder, string detail)
    {
        return $"程序自带的全国规则集无法读取：请检查文件夹 {folder}（{detail}）。";
    }

    public static string NationalSetBroken(string detail)
    {
        return $"程序自带的全国规则集有误，请重新安装程序（{detail}）。";
    }

    public static string NotRenewed(string version, string detail)
    {
        return $"程序自带的全国规则集 {version} 与本地规则合不到一起，没有启用：请修改本地规则后重新启动服务（{detail}）。";
    }

    public static string RenewalReason(string version)
    {
        return $"程序升级，带来全国规则集 {version}。";
    }

    public static string RenewalSummary(string before, string after)
    {
        return $"全国规则集由 {before} 换为 {after}";
    }

    public static string AuthorInvalid(int most)
    {
        return Format($"请写明修改人的姓名，一行，最多 {most} 个字。");
    }

    public static string ReasonInvalid(int most)
    {
        return Format($"请写明修改的理由，最多 {most} 个字。");
    }

    public static string CandidateTooLarge(int bytes, int files)
    {
        return Format($"本地规则太大：最多 {files} 个文件，合计 {bytes} 字节。");
    }

    public static string PathInvalid(string path)
    {
        return $"规则文件的路径“{OutsideText.Line(path, 100)}”不合适：请写成 目录/名称.yaml 的样子，不用 .. 和特殊符号。";
    }

    public static string PathTwice(string path)
    {
        return $"规则文件 {path} 出现了两次（不分大小写）。";
    }

    public static string NoSuchVersion(string version)
    {
        return $"没有版本 {version}：请用 History 查看有哪些版本。";
    }

    public static string NoSuchRule(string id)
    {
        return $"没有编号为 {id} 的规则。";
    }

    public static string TooManyExpressions(int most, int length)
    {
        return Format($"一次最多 {most} 个表达式，每个最多 {length} 个字。");
    }

    public static string TookTooLong(TimeSpan limit)
    {
        return Format($"超过 {limit.TotalSeconds} 秒仍未完成，已放弃。");
    }

    public static string OutcomeUnknown(string version)
    {
        return $"无法确认是否已经发布：请稍后用 History 查看有没有 {version}。";
    }

    /// <summary>Why a change from another version than the one in force is refused.</summary>
    public static string OtherVersion(string expected, string current, Publication? publication)
    {
        var who = publication is null ? "它随服务器而来" : $"由 {publication.Author} 于 {Time(publication.At)} 发布";
        return $"修改是在 {expected} 上作出的，而正在使用的是 {current}（{who}）：请先取得 {current}，在它上面重新修改。";
    }

    public const string NothingChanged = "内容与正在使用的相同，没有新版本";

    public static string FailedOnReports(RuleFailure failure)
    {
        return $"试运行时规则“{failure.RuleId}”在年报上运行出错：{failure.Message}。出错的规则会使年报的结论是“未能判定”：请先修改规则；确要发布的，请写明强制发布（--force）和理由。";
    }

    /// <summary>The reason of a publication that its author insisted on.</summary>
    public const string ProposalNoted = "提出，等另一人确认";

    public static string Confirmed(string reason, Publication first)
    {
        return $"{reason}（由{first.Author}提出：{first.Principal}，{first.Reason}）";
    }

    public static string PublishedByForce(string reason, RuleFailure failure)
    {
        return $"{reason}（强制发布：试运行时规则“{failure.RuleId}”运行出错）";
    }

    /// <summary>Why a candidate was refused, for the history.</summary>
    public static string RefusedFor(IReadOnlyList<RuleProblem> problems, IReadOnlyList<TestFailure> failures)
    {
        return failures.Count > 0
            ? Format($"未发布：{failures.Count} 个测试未通过，首先是 {failures[0].File}:{failures[0].Line} {failures[0].Message}")
            : problems.FirstOrDefault(problem => problem.Severity == Level.Error) is { } first
                ? Format($"未发布：规则有误，首先是 {first.File}:{first.Line} {first.Message}")
                : "未发布。";
    }

    /// <summary>What a publication changed, in short.</summary>
    public static string Changes(IReadOnlyList<RuleChange> changes)
    {
        (Kind Kind, string Word)[] words =
        [
            (Kind.Added, "新增"), (Kind.Changed, "修改"), (Kind.SwitchedOff, "停用"), (Kind.SwitchedOn, "恢复"), (Kind.Removed, "删除"),
        ];
        var parts = words.Select(word => (word.Word, Count: changes.Count(change => change.Kind == word.Kind)))
            .Where(part => part.Count > 0)
            .Select(part => Format($"{part.Word} {part.Count} 条"));
        return changes.Count == 0 ? "规则没有变化" : string.Join('，', parts);
    }

    public static string DatabaseInvalid(string detail)
    {
        return $"配置项 Validation:Database 无法识别：请写成 Host=…;Database=…;Username=… 的样子（{detail}）。";
    }

    public static string AdministratorInvalid(int number)
    {
        return Format($"配置项 Validation:Administrators:{number} 有误：Name 要填写且互不相同，KeySha256 是密钥的 SHA-256，64 个十六进制数字。");
    }

    private static string Time(Timestamp time)
    {
        return Format($"{time.ToDateTimeOffset().ToLocalTime():yyyy-MM-dd HH:mm:ss}");
    }
}
