using Validation.Client.Wording;
using Validation.Server.Pages.Administration;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;
using Kind = Validation.V1.RuleChange.Types.Kind;

namespace Validation.Server.Pages.Rules;

/// <summary>Rules, their changes and the history of them in words.</summary>
internal static class RuleWords
{
    /// <summary>What a weight is called.</summary>
    public static string Weight(Level severity) => FindingWords.Name(severity);

    /// <summary>The weight in force and, where it differs, that of the rule itself.</summary>
    public static string Weight(RuleSummary rule)
    {
        var weight = Weight(rule.Severity);
        return rule.RuleSeverity == rule.Severity ? weight : RulePageTexts.OwnWeight(weight, Weight(rule.RuleSeverity));
    }

    /// <summary>What is unusual about a rule, each in a few words. Empty: nothing is.</summary>
    public static IReadOnlyList<string> Remarks(RuleRow row)
    {
        var rule = row.Summary;
        string[] all =
        [
            rule.Off ? RulePageTexts.StateOff : "",
            rule.TrialUntil.Length > 0 ? RulePageTexts.TrialUntil(rule.TrialUntil) : "",
            row.IsFailing ? RulePageTexts.StateFailing : "",
            rule.WaitsFor.Length > 0 ? RulePageTexts.Needs(rule.WaitsFor) : "",
            RulePageTexts.Years(rule.Since, rule.Until),
            rule.Local ? RulePageTexts.StateLocal : "",
            row.IsOverridden ? RulePageTexts.StateChanged : "",
        ];
        return [.. all.Where(remark => remark.Length > 0)];
    }

    /// <summary>In what way a rule differs.</summary>
    public static string KindOf(RuleChange change) => change.Kind switch
    {
        Kind.Added => "新增",
        Kind.Removed => "删除",
        Kind.SwitchedOff => "停用",
        Kind.SwitchedOn => "恢复使用",
        _ when change.Keys is [{ Key: "severity" }] => "改等级",
        _ => "修改",
    };

    /// <summary>The value of a key of a rule file for people: the name of a weight, else the text itself.</summary>
    public static string Value(string key, string value)
    {
        return value.Length == 0 ? RulePageTexts.NoValue
            : key == "severity" && RuleFilter.Severities.FirstOrDefault(one => one.Word == value) is { Word: not null } known
                ? Weight(known.Severity)
            : value;
    }

    /// <summary>What a key of a rule file is called.</summary>
    public static string Key(string key) => key switch
    {
        "severity" => "等级",
        "trial" => "试行到",
        "with" => "参数",
        "title" => "名称",
        "basis" => "依据",
        "message" => "说明",
        "assert" => "条件",
        "override" => "只对一部分报告的修改",
        _ => key,
    };

    /// <summary>What a key that decides about findings is called.</summary>
    public static string Condition(string key) => key switch
    {
        "each" => RulePageTexts.ForEach,
        "applies" => RulePageTexts.Applies,
        _ => RulePageTexts.Assert,
    };

    /// <summary>The actions that the history can be searched for, as addresses write them.</summary>
    public static IReadOnlyList<(string Word, Action Action)> Actions { get; } =
    [
        ("published", Action.Published), ("rolled-back", Action.RolledBack), ("renewed", Action.NationalSetRenewed),
        ("refused", Action.Refused), ("proposed", Action.Proposed),
    ];

    /// <summary>What an action is called.</summary>
    public static string NameOf(Action action) => action switch
    {
        Action.Published => "发布",
        Action.RolledBack => "撤回",
        Action.NationalSetRenewed => "全国规则更新",
        Action.Refused => "没有接受",
        Action.Proposed => "提出，等另一人确认",
        _ => "改动",
    };

    /// <summary>What happened, with the version whose content was wanted back.</summary>
    public static string Happened(Publication entry)
    {
        var name = NameOf(entry.Action);
        return entry.RestoredVersion.Length == 0 ? name : RulePageTexts.BackTo(name, entry.RestoredVersion);
    }

    /// <summary>Who it was: the name, and whose key.</summary>
    public static string By(Publication entry)
    {
        return entry.Author.Length == 0 || entry.Author == entry.Principal ? entry.Principal
            : entry.Principal.Length == 0 ? entry.Author
            : $"{entry.Author}（{entry.Principal}）";
    }

    /// <summary>When it was, in the server's zone.</summary>
    public static string Time(Publication entry) => KeyWords.Time(entry.At);
}
