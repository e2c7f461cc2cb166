using System.CommandLine;
using Validation.Cli.Rules.Local;

namespace Validation.Cli.Rules;

/// <summary>`validate rules`: the commands of administrators.</summary>
internal static class RulesCommand
{
    /// <summary>The command with all those below it, in the order in which one needs them.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand(
        "rules",
        RuleTexts.RulesDescription,
        "validate rules show --output 规则",
        "validate rules test 规则",
        "validate rules try 规则 年报文件夹 --recursive",
        "validate rules publish 规则 --author 张三 --reason 增加本市的规则")
    {
        ShowCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        NewCommand.Create(terminal),
        FactsCommand.Create(terminal),
        LintCommand.Create(terminal),
        TestCommand.Create(terminal),
        DiffCommand.Create(terminal),
        TryCommand.Create(terminal),
        PublishCommand.Create(terminal),
        RollbackCommand.Create(terminal),
        HistoryCommand.Create(terminal),
        RuleStatusCommand.Create(terminal),
        UsageCommand.Create(terminal),
        RuleWatchCommand.Create(terminal),
        EvalCommand.Create(terminal),
    };
}
