using Google.Protobuf.WellKnownTypes;
using Validation.Server.Wording;
using Validation.V1;
using Kind = Validation.V1.RuleChange.Types.Kind;
using static System.FormattableString;

namespace Validation.Server.Publishing;

/// <summary>Texts about rule sets that are tried and published.</summary>
internal static class PublishingTexts
{
    public const string ExpectedVersionMissing = "请写明 expected_version：修改是在哪个版本上作出的。";

    public const string CandidateMissing =
        "请求中没有规则文件，没有发布：请在 candidate 中写上全部本地规则文件；确实要删去全部本地规则、只用全国规则的，请把 empty 设为 true"
        + "（命令行：validate rules publish --empty）。";

    public const string CandidateNotEmpty = "empty 为 true 表示删去全部本地规则，candidate 中却有文件，没有发布：请去掉其中一项。";
    public const string TryAgain = "请重试。";
    public const string NothingChanged = "内容与正在使用的相同，没有新版本";
    public const string ProposalNoted = "提出，等另一人确认";
    public const string NotFitToPublish = "规则有误或测试未通过";

    public static string CandidateTooLarge(int bytes, int files)
    {
        return Invariant($"本地规则太大：最多 {files} 个文件，合计 {bytes} 字节。");
    }

    public static string PathInvalid(string path)
    {
        return $"规则文件的路径“{SentText.Line(path, 100)}”不合适：请写成 目录/名称.yaml 的样子，不用 .. 和特殊符号。";
    }

    public static string PathTwice(string path)
    {
        return $"规则文件 {path} 出现了两次（不分大小写）。";
    }

    public static string TooManyExpressions(int most, int length)
    {
        return Invariant($"一次最多 {most} 个表达式，每个最多 {length} 个字。");
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

    public static string FailedOnReports(RuleFailure failure)
    {
        return $"试运行时规则“{failure.RuleId}”在年报上运行出错：{failure.Message}。出错的规则会使年报的结论是“未能判定”：请先修改规则；确要发布的，请写明强制发布（--force）和理由。";
    }

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
            ? Invariant($"未发布：{failures.Count} 个测试未通过，首先是 {failures[0].File}:{failures[0].Line} {failures[0].Message}")
            : problems.FirstOrDefault(problem => problem.Severity == Level.Error) is { } first
                ? Invariant($"未发布：规则有误，首先是 {first.File}:{first.Line} {first.Message}")
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
            .Select(part => Invariant($"{part.Word} {part.Count} 条"));
        return changes.Count == 0 ? "规则没有变化" : string.Join('，', parts);
    }

    private static string Time(Timestamp time)
    {
        return Invariant($"{time.ToDateTimeOffset().ToLocalTime():yyyy-MM-dd HH:mm:ss}");
    }
}
