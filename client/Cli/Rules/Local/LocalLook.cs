using System.CommandLine;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules.Local;

/// <summary>What `validate rules lint` and `test` have in common: files or a folder, one rule or all, with a server or without.</summary>
internal sealed class LocalLook
{
    /// <summary>The file or folder.</summary>
    public Argument<string> Path { get; } = new(RuleTexts.RuleFilesName) { Description = RuleTexts.RuleFilesDescription };

    /// <summary>The only rule of interest.</summary>
    public Option<string?> Rule { get; } = new("--rule") { Description = RuleTexts.OnlyRuleDescription, HelpName = RuleTexts.RuleIdName };

    /// <summary>The option <c>--format</c>: text (the default) or json.</summary>
    public Option<string> Format { get; } = RuleOptions.Format();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Path);
        command.Options.Add(Rule);
        command.Options.Add(Format);
    }

    /// <summary>Reads the files and looks at them.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="session">The server and the terminal.</param>
    /// <param name="ask">Asks a server. Used when the command line names one.</param>
    /// <param name="look">Looks without one.</param>
    /// <param name="print">Prints the reply for people; gets the folder of the files.</param>
    /// <param name="code">The exit code for the reply.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<int> RunAsync<T>(
        ParseResult result,
        RuleSession session,
        Func<RuleOverlay, Task<RuleOutcome<T>>> ask,
        Func<LocalRules, RuleOverlay, string?, T> look,
        Action<string, T> print,
        Func<T, int> code,
        CancellationToken cancellationToken)
        where T : class, Google.Protobuf.IMessage<T>
    {
        var path = result.GetRequiredValue(Path);
        var isFile = File.Exists(path);
        var read = isFile ? await RuleFolder.ReadFileAsync(path, cancellationToken) : await RuleFolder.ReadAsync(path, cancellationToken);
        if (read.Overlay is not { } files)
        {
            return session.NotRun(read.Problem!);
        }

        var folder = isFile ? System.IO.Path.GetDirectoryName(path) ?? string.Empty : path;
        var only = result.GetValue(Rule);
        if (session.HasServer)
        {
            return only is not null
                ? session.NotRun(RuleTexts.RuleWithoutServer)
                : await session.ShowAsync(ask(files), result.IsJson(Format), reply => print(folder, reply), code);
        }

        try
        {
            var rules = LocalRules.Read(session.Terminal.Time);
            if (only is not null && !rules.Knows(files, only))
            {
                return session.NotRun(RuleTexts.NoSuchRule(only, path));
            }

            return session.Show(look(rules, files, only), result.IsJson(Format), reply => print(folder, reply), code);
        }
        catch (IOException trouble)
        {
            return session.NotRun(RuleTexts.NoNationalRules(trouble.Message));
        }
    }
}
