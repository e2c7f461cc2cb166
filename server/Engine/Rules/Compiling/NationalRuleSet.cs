using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules.Compiling;

/// <summary>The national rule set as files.</summary>
/// <param name="Version">Its version, such as "2026.1", as the file ruleset.yaml says.</param>
/// <param name="Files">The files, by path.</param>
public sealed record NationalRuleSet(string Version, IReadOnlyList<RuleFile> Files)
{
    private const string Manifest = "ruleset.yaml";

    /// <summary>Reads the set from a folder, such as the folder "rules" beside the server's program.</summary>
    /// <exception cref="IOException">The folder cannot be read, or holds no rule set.</exception>
    public static NationalRuleSet Read(string folder)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        var read = paths.Order(StringComparer.Ordinal)
            .Select(path => new RuleFile { Path = Path.GetFileName(path), Text = File.ReadAllText(path) });
        RuleFile[] files = [.. read];
        var manifest = Array.Find(files, file => file.Path == Manifest);
        var version = manifest is null ? null : RuleFileReader.Read(manifest, isLocal: false, new ProblemList()).Version;
        return new NationalRuleSet(version ?? throw new FileNotFoundException(Texts.NoRuleSet(folder), Manifest), files);
    }

    /// <summary>Compiles the national set without any overlay.</summary>
    /// <exception cref="InvalidDataException">It has problems, which the message tells.</exception>
    public RuleSet Compile()
    {
        // No national rule is on trial, so that any day gives the same set.
        var compilation = RuleSetCompiler.Compile(new RuleSetSource(Version, Files, [], DateOnly.MinValue));
        var problems = compilation.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}: {problem.Message}");
        return compilation.RuleSet ?? throw new InvalidDataException(string.Join('\n', problems));
    }
}
