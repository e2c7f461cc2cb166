using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules.Compiling;

/// <summary>Compiles rule files to a rule set. Faults of the files are problems, never exceptions. Thread-safe.</summary>
public sealed class RuleSetCompiler
{
    private readonly RuleSetSource _source;
    private readonly ProblemList _problems = new();
    private readonly OrderedDictionary<string, RuleDefinition> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retired = new(StringComparer.Ordinal);
    private readonly List<RuleOverride> _overrides = [];

    private RuleSetCompiler(RuleSetSource source) => _source = source;

    /// <summary>Compiles a rule set.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleSetCompilation Compile(RuleSetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var compiler = new RuleSetCompiler(source);
        var rules = compiler.Compile(cancellationToken);
        return new RuleSetCompilation(rules, compiler._problems.Problems);
    }

    private RuleSet? Compile(CancellationToken cancellationToken)
    {
        if (!IsOfSize())
        {
            return null;
        }

        Read(_source.National, isLocal: false, cancellationToken);
        Read(_source.Overlay, isLocal: true, cancellationToken);
        RefuseRetired();
        foreach (var change in _overrides)
        {
            Override(change);
        }

        if (_rules.Count > RuleSetLimits.Rules)
        {
            _problems.At(string.Empty);
            _problems.Add(0, 0, Texts.TooManyRules(RuleSetLimits.Rules));
            return null;
        }

        var rules = new List<Rule>(_rules.Count);
        foreach (var rule in _rules.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rules.Add(RuleCompiler.Compile(rule, _source.Today, _problems));
        }

        return _problems.HasErrors ? null : new RuleSet(_source.Version, rules, NextTrialEnd(rules));
    }

    private static DateOnly? NextTrialEnd(List<Rule> rules) =>
        rules.Where(rule => rule.Header.IsOnTrial).Min(rule => rule.Definition.Trial);

    private bool IsOfSize()
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _source.Overlay.Where(file => !paths.Add(file.Path) || file.Path.Length == 0))
        {
            _problems.At(file.Path);
            _problems.Add(0, 0, Texts.FileTwice);
        }

        if (_source.National.Concat(_source.Overlay).Sum(file => (long)file.Text.Length) > RuleSetLimits.Characters)
        {
            _problems.At(string.Empty);
            _problems.Add(0, 0, Texts.RulesTooLarge(RuleSetLimits.Characters >> 20));
        }

        return !_problems.HasErrors;
    }

    private void Read(IReadOnlyList<RuleFile> files, bool isLocal, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var content = RuleFileCache.Read(file, isLocal, _problems);
            _retired.UnionWith(content.Retired);
            _overrides.AddRange(content.Overrides);
            foreach (var rule in content.Rules)
            {
                Add(rule);
            }
        }
    }

    private void Add(RuleDefinition rule)
    {
        if (!_rules.TryAdd(rule.Id, rule))
        {
            var first = _rules[rule.Id];
            _problems.At(rule.File, rule.Id);
            _problems.Add(rule.Line, 0, Texts.IdTwice(rule.Id, first.File, first.Line, first.IsLocal));
        }
    }

    private void RefuseRetired()
    {
        foreach (var rule in _rules.Values.Where(rule => _retired.Contains(rule.Id)))
        {
            _problems.At(rule.File, rule.Id);
            _problems.Add(rule.Line, 0, Texts.IdRetired(rule.Id));
        }
    }

    private void Override(RuleOverride change)
    {
        _problems.At(change.File, change.RuleId);
        if (!_rules.TryGetValue(change.RuleId, out var rule) || rule.IsLocal)
        {
            var national = _rules.Values.Where(known => !known.IsLocal).Select(known => known.Id);
            _problems.Add(change.Node, Texts.OverrideUnknown(change.RuleId, MappingReader.Nearest(change.RuleId, national)));
            return;
        }

        if (change.When is not null)
        {
            _rules[rule.Id] = rule with { Cases = [.. rule.Cases, change] };
            return;
        }

        if (rule.OverriddenAt is { } place)
        {
            _problems.Add(change.Node, Texts.OverrideTwice(change.RuleId, place));
            return;
        }

        if (change.Trial < _source.Today)
        {
            _problems.Add(change.Node, Texts.TrialOver(change.Trial.Value), Level.Warning);
        }

        _rules[rule.Id] = rule with
        {
            IsOff = change.Off,
            OffReason = change.Off ? change.Reason : string.Empty,
            SeverityInForce = change.Severity,
            ParametersInForce = change.With.Count == 0 ? null : ParameterReader.Override(rule, change, _problems),
            Trial = change.Trial ?? rule.Trial,
            OverriddenAt = $"{change.File}:{change.Node.Line}",
        };
    }
}

/// <summary>Everything that a rule set is compiled from: the same source gives the same rule set.</summary>
/// <param name="Version">The version that the result carries, such as "2026.1+3".</param>
/// <param name="National">The files of the national set.</param>
/// <param name="Overlay">The files of the overlay.</param>
/// <param name="Today">The day for which trials are on or over.</param>
public sealed record RuleSetSource(string Version, IReadOnlyList<RuleFile> National, IReadOnlyList<RuleFile> Overlay, DateOnly Today);

/// <summary>The result of compiling a rule set.</summary>
/// <param name="RuleSet">The rule set. Null: at least one problem is an error.</param>
/// <param name="Problems">What is wrong, by file and line.</param>
public sealed record RuleSetCompilation(RuleSet? RuleSet, IReadOnlyList<RuleProblem> Problems);
