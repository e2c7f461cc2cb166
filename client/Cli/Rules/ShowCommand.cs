using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>`validate rules show`: the rules in force, one of them as written, or their files.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>(Texts.RuleIdName) { Description = Texts.ShowIdDescription, Arity = ArgumentArity.ZeroOrOne };
        var version = RuleOptions.Version("--version", Texts.ShowVersionDescription);
        var output = new Option<string?>("--output", "-o") { Description = Texts.OutputDescription, HelpName = Texts.RuleFolderName };
        var national = new Option<bool>("--national") { Description = Texts.NationalDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "show",
            Texts.ShowDescription,
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
                (not null, not null) => Task.FromResult(session.NotRun(Texts.ShowOrWrite)),
                (_, null) when result.GetValue(national) => Task.FromResult(session.NotRun(Texts.NationalWhere)),
                ({ } rule, _) => run.RuleAsync(rule, cancellationToken),
                (_, { } folder) => run.WriteAsync(new OverlayFolder(folder), folder, result.GetValue(national), cancellationToken),
                _ => run.TableAsync(cancellationToken),
            };
        });
    }
}
