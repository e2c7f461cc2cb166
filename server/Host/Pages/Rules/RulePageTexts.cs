using static System.FormattableString;

namespace Validation.Server.Pages.Rules;

/// <summary>The words of the pages about the rules.</summary>
internal static class RulePageTexts
{
    public const string Search = "编号、名称或说明里的字";
    public const string Family = "类别";
    public const string Severity = "等级";
    public const string State = "状态";
    public const string Any = "全部";
    public const string Find = "查找";
    public const string ShowAll = "全部规则";
    public const string Print = "打印";
    public const string NoRules = "没有符合条件的规则。";
    public const string StateOn = "在用";
    public const string StateTrial = "试行";
    public const string StateOff = "停用";
    public const string StateFailing = "反复出错";
    public const string StateWaiting = "还要别的资料";
    public const string StateYears = "只适用于某些年度";
    public const string StateChanged = "本地改过";
    public const string StateLocal = "本地规则";
    public const string NoValue = "（无）";

    public const string Id = "编号";
    public const string Basis = "依据";
    public const string Origin = "来自";
    public const string ChangedAt = "修改它的本地规则";
    public const string NeverAccepted = "认可";
    public const string NeverAcceptedText = "这条规则的问题不能认可，必须改正";
    public const string Usage = "用量";
    public const string UsageUnknown = "暂时读不到";
    public const string UsageNone = "还没有检查过报告";
    public const string InUse = "在用";
    public const string Why = "为什么有这条规则";
    public const string WrongExample = "错的例子";
    public const string RightExample = "对的例子";
    public const string Says = "它会说：";
    public const string Parameters = "参数";
    public const string Cases = "只对一部分报告的修改";
    public const string Condition = "条件";
    public const string ForEach = "逐个检查";
    public const string Applies = "何时检查";
    public const string Assert = "应当成立";
    public const string Source = "规则原文";
    public const string Facts = "用到的事实和函数";
    public const string Change = "修改这条规则";
    public const string ChangeLead = "这里不会直接改：先写成本地规则的新文字，看过变化，再到编辑页面检查、发布。";
    public const string SwitchOff = "停用";
    public const string SwitchOffLocal = "停用（规则的各行变成注释）";
    public const string TrialDay = "试行到哪一天（含当天）；不写就是不试行";
    public const string Reason = "修改的理由";
    public const string Compose = "写成本地规则";
    public const string ReviewTitle = "核对修改";
    public const string WhatChanges = "发布后的变化";
    public const string NothingChanges = "发布不会改变任何规则。";
    public const string Problems = "这样改有问题";
    public const string Text = "本地规则的新文字";
    public const string GoOn = "去检查并发布";
    public const string BackToRule = "回到这条规则";
    public const string NothingToChange = "没有改动。";
    public const string ReasonMissing = "请写明修改的理由，最多 500 个字。";
    public const string TrialInvalid = "试行的日期不对，请写成 2027-03-31 这样。";
    public const string TrialOver = "试行的最后一天已经过去。";
    public const string SeverityInvalid = "请选一个等级。";

    public const string HistoryTitle = "规则的修改记录";
    public const string Person = "谁，姓名或密钥的名称";
    public const string Action = "操作";
    public const string NoHistory = "没有符合条件的记录。";
    public const string Older = "更早的记录";
    public const string Newest = "最新的记录";
    public const string InForce = "正在使用";
    public const string Before = "以前的版本";
    public const string Time = "时间";
    public const string Who = "谁";
    public const string ReasonTitle = "理由";
    public const string CameWithServer = "随服务器而来的全国规则。";
    public const string ChangedThen = "这个版本改了什么";
    public const string ComparedWith = "与前一个版本相比：";
    public const string NoDifference = "规则没有变化。";
    public const string ChangesBack = "撤回到它，规则会有的变化";
    public const string RollBack = "撤回到这个版本";
    public const string RollBackLead = "把这个版本的内容重新发布为新版本，所有人立即按它校验。以前的版本都还在。";
    public const string Author = "您的姓名";
    public const string RollBackReason = "撤回的理由，写入修改记录";
    public const string TwoPeople = "这台服务器上修改规则要两个人：第一个人的撤回只是提议，另一位发布者也撤回到同一个版本，才生效。";
    public const string Proposed = "已经记为提议，现行规则没有变。另一位发布者在这一页也撤回到这个版本，就生效。";
    public const string Unchanged = "内容与正在使用的相同，没有新版本。";

    /// <summary>The headings of the list of rules.</summary>
    public static IReadOnlyList<string> RuleHeadings { get; } = ["编号", "名称", "类别", "等级", "状态"];

    /// <summary>The headings of the table of parameters.</summary>
    public static IReadOnlyList<string> ParameterHeadings { get; } = ["参数", "规则自己的值", "正在使用的值"];

    /// <summary>The headings of the history.</summary>
    public static IReadOnlyList<string> HistoryHeadings { get; } = ["时间", "版本", "操作", "谁", "理由", "变化"];

    /// <summary>How many rules there are, of how many, and by which terms.</summary>
    public static string Hits(int hits, int all, string terms)
    {
        return hits == all && terms.Length == 0 ? Invariant($"共 {all} 条规则。") : Invariant($"{hits} 条规则（共 {all} 条）：{terms}。");
    }

    public static string Version(string version) => $"规则集版本 {version}。";

    public static string OwnWeight(string weight, string own) => $"{weight}（规则自己是{own}）";

    public static string TrialUntil(string day) => $"试行到 {day}";

    public static string OnTrial(string day) => $"试行到 {day}：只提示，不影响结论";

    public static string Needs(string what) => $"要有{what}才检查";

    /// <summary>The years of report for which a rule holds. Empty: all.</summary>
    public static string Years(int since, int until) => (since, until) switch
    {
        (0, 0) => "",
        (_, 0) => Invariant($"{since} 年起"),
        (0, _) => Invariant($"到 {until} 年为止"),
        _ => Invariant($"{since} 至 {until} 年"),
    };

    public static string National(string version, string file, int line) => Invariant($"全国规则 {version}（{file} 第 {line} 行）");

    public static string Local(string file, int line) => Invariant($"本地规则（{file} 第 {line} 行）");

    public static string SwitchedOff(string reason) => reason.Length == 0 ? "停用，没有写明原因" : $"停用：{reason}";

    public static string UsedSince(string since, long checks, long fired, long findings)
    {
        return fired == 0
            ? Invariant($"{since} 起检查了 {checks} 份报告，没有发现问题")
            : Invariant($"{since} 起检查了 {checks} 份报告，在 {fired} 份中发现 {findings} 处问题");
    }

    public static string Case(string when, string then, string reason)
    {
        return reason.Length == 0 ? $"{when}：{then}" : $"{when}：{then}（{reason}）";
    }

    public static string ParameterField(string name, string own) => $"参数 {name}（规则自己是 {own}）";

    public static string MoreRules(int left) => Invariant($"还有 {left} 条规则没有列出。");

    public static string ComposedOn(string version) => $"这份文字是在 {version} 上改的。";

    public static string VersionMoved(string expected, string current)
    {
        return $"您看的是 {expected} 的规则，现在正在使用的是 {current}：没有改。请看过现在的规则，再改一次。";
    }

    /// <summary>The reason that is proposed for a publication.</summary>
    public static string Note(string id, string title, string what, string reason) => $"{id}（{title}）{what}：{reason}";

    public static string SeverityTo(string weight) => $"改为{weight}";

    public static string ParameterTo(string name, string value) => $"参数 {name} 改为 {value}";

    public static string BackTo(string action, string version) => $"{action}（到 {version}）";

    public static string VersionTitle(string version) => $"规则集 {version}";

    public static string RollBackTo(string version) => $"撤回到 {version}";

    public static string RolledBack(string restored, string version, string summary)
    {
        return $"已经撤回到 {restored}，现行版本是 {version}（{summary}）。所有人立即按它校验。";
    }

    public static string NoSuchVersion(string version) => $"没有版本 {version}：请在规则的修改记录里选一个。";

    public static string NotFit(string problem) => $"没有撤回：那时的规则现在不能用了。{problem}";
}
