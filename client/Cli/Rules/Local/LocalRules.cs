using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Trying;
using Validation.V1;

namespace Validation.Cli.Rules.Local;

/// <summary>Looks at rule files with the engine in this program and the national set that came with it: no server is asked.</summary>
/// <param name="national">The national set.</param>
/// <param name="today">The day for which trials are on or over.</param>
internal sealed class LocalRules(NationalRuleSet national, DateOnly today)
{
    private const string NationalManifest = "ruleset.yaml";

    /// <summary>The version of the national set.</summary>
    public string NationalVersion => national.Version;

    /// <summary>The national set beside the program.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static LocalRules Read(TimeProvider time) => new(
        NationalRuleSet.Read(Path.Combine(AppContext.BaseDirectory, "rules")), DateOnly.FromDateTime(time.GetLocalNow().DateTime));

    /// <summary>Compiles files on the national set.</summary>
    /// <param name="files">The files; those of a national set, with its ruleset.yaml, stand for the one of the program.</param>
    /// <param name="ruleId">The only rule to tell of. Null: all.</param>
    public LintReply Lint(RuleOverlay files, string? ruleId)
    {
        var compilation = Compile(files);
        return new LintReply
        {
            Problems = { Of(compilation.Problems, ruleId) },
            Rules = compilation.RuleSet?.Rules.Count ?? 0,
        };
    }

    /// <summary>Compiles files and runs the tests of their rules.</summary>
    /// <param name="files">As for <see cref="Lint"/>.</param>
    /// <param name="all">The national rules' tests too.</param>
    /// <param name="ruleId">The only rule to test. Null: all.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    public TestReply Test(RuleOverlay files, bool all, string? ruleId, CancellationToken cancellationToken)
    {
        var compilation = Compile(files);
        if (compilation.RuleSet is not { } rules)
        {
            return new TestReply { Problems = { Of(compilation.Problems, ruleId) } };
        }

        var chosen = ruleId is null ? rules : rules.Only(ruleId);
        var result = RuleTestRunner.Run(chosen, all || ruleId is not null || IsNational(files), cancellationToken);
        return new TestReply { Passed = result.Passed, Failures = { result.Failures }, Notices = { result.Undecided } };
    }

    /// <summary>Whether the files with the national set hold a rule, or cannot be compiled so that nobody knows.</summary>
    public bool Knows(RuleOverlay files, string ruleId) => Compile(files).RuleSet is not { } rules || rules.Find(ruleId) is not null;

    private static IEnumerable<RuleProblem> Of(IEnumerable<RuleProblem> problems, string? ruleId) =>
        problems.Where(problem => ruleId is null || problem.RuleId.Length == 0 || problem.RuleId == ruleId);

    private static bool IsNational(RuleOverlay files) => files.Files.Any(file => file.Path == NationalManifest);

    private RuleSetCompilation Compile(RuleOverlay files) => RuleSetCompiler.Compile(IsNational(files)
        ? new RuleSetSource(national.Version, files.Files, [], today)
        : new RuleSetSource(national.Version, national.Files, files.Files, today));
}
