using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>`validate rules show`: the rules in force, one of them as written, or their files.</summary>
internal static class ShowCommand
{
    /// <summary>Creates the command <c>validate rules show</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>(RuleTexts.RuleIdName) { Description = RuleTexts.ShowIdDescription, Arity = ArgumentArity.ZeroOrOne };
        var version = RuleOptions.Version("--version", RuleTexts.ShowVersionDescription);
        var output = new Option<string?>("--output", "-o")
        {
            Description = RuleTexts.OutputDescription, HelpName = RuleTexts.RuleFolderName,
        };
        var national = new Option<bool>("--national") { Description = RuleTexts.NationalDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "show",
            RuleTexts.ShowDescription,
            "validate rules show",
            "validate rules show t3-balance",
            "validate rules show --output 规则 --national")
        {
            id, version, output, national, format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var run = new ShowRun(session, result.GetValue(version) ?? string.Empty, result.IsJson(format));
            return (result.GetValue(id), result.GetValue(output)) switch
            {
                (not null, not null) => Task.FromResult(session.NotRun(RuleTexts.ShowOrWrite)),
                (_, null) when result.GetValue(national) => Task.FromResult(session.NotRun(RuleTexts.NationalWhere)),
                ({ } rule, _) => run.RuleAsync(rule, cancellationToken),
                (_, { } folder) => run.WriteAsync(new OverlayFolder(folder), folder, result.GetValue(national), cancellationToken),
                _ => run.TableAsync(cancellationToken),
            };
        });
    }
}
