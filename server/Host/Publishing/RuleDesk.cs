using Google.Protobuf;
using Validation.Engine;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Trying;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Publishing;

/// <summary>What came of a candidate.</summary>
/// <param name="Rules">The rule set. Null: it has problems.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Failures">Which of its tests went wrong.</param>
internal sealed record TriedCandidate(RuleSet? Rules, IReadOnlyList<RuleProblem> Problems, IReadOnlyList<TestFailure> Failures);

/// <summary>Looks at rule sets, those in force and those that might be, without changing anything. Thread-safe.</summary>
internal sealed class RuleDesk(
    RuleBook book, IRuleStore store, CheckRunner checks, EngineCheck engine, RecordBook records, EngineLimits limits, ServerOptions options,
    TimeProvider time)
{
    private const int MaxExpressions = 1_000;
    private const int MaxExpression = 20_000;

    /// <summary>How long a candidate may take to compile and test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>Compiles a rule set that is to be put in force and, unless told otherwise, runs its tests.</summary>
    public Task<Outcome<TriedCandidate>> CompileAndTestAsync(
        StoredRuleSet next, bool skipTests, Principal principal, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync<TriedCandidate>(
            stop =>
            {
                var compilation = RuleSetCompiler.Compile(new RuleSetSource(next.Version, next.National, next.Overlay, Today), stop);
                var failures = compilation.RuleSet is null || skipTests
                    ? []
                    : RuleTestRunner.Run(compilation.RuleSet, includeNational: false, stop).Failures;
                return new TriedCandidate(compilation.RuleSet, compilation.Problems, failures);
            },
            Patience,
            principal,
            cancellationToken);
    }

    public async Task<Outcome<LintReply>> LintAsync(Candidate candidate, Principal principal, CancellationToken cancellationToken)
    {
        var compiled = await CompileAsync(candidate, principal, cancellationToken);
        return compiled.Then<LintReply>(compilation => new LintReply
        {
            Problems = { compilation.Problems },
            Rules = compilation.RuleSet?.List.Rules.Count ?? 0,
        });
    }

    public Task<Outcome<TestReply>> TestAsync(
        Candidate candidate, bool includeNational, Principal principal, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync<TestReply>(
            stop =>
            {
                var compilation = Compile(candidate, stop);
                if (compilation.RuleSet is null)
                {
                    return new TestReply { Problems = { compilation.Problems } };
                }

                var result = RuleTestRunner.Run(compilation.RuleSet, includeNational, stop);
                return new TestReply { Passed = result.Passed, Failures = { result.Failures }, Notices = { result.Undecided } };
            },
            Patience,
            principal,
            cancellationToken);
    }

    /// <summary>Compares a version with a candidate.</summary>
    public async Task<Outcome<DiffReply>> DiffAsync(
        string from, Candidate candidate, Principal principal, CancellationToken cancellationToken)
    {
        var before = await FindAsync(from, principal, cancellationToken);
        var after = await before.ThenAsync(_ => CompileAsync(candidate, principal, cancellationToken));
        return after.Then<DiffReply>(compilation => compilation.RuleSet is null
            ? new DiffReply { Problems = { compilation.Problems } }
            : new DiffReply { Changes = { RuleSetDiff.Rules(before.Answer!.Rules, compilation.RuleSet) } });
    }

    /// <summary>Compares two versions of the rules, by id.</summary>
    public async Task<Outcome<DiffReply>> DiffAsync(string from, string to, Principal principal, CancellationToken cancellationToken)
    {
        var before = await FindAsync(from, principal, cancellationToken);
        var after = await before.ThenAsync(_ => FindAsync(to, principal, cancellationToken));
        return after.Then<DiffReply>(found => new DiffReply { Changes = { RuleSetDiff.Rules(before.Answer!.Rules, found.Rules) } });
    }

    /// <summary>A version, as it is today.</summary>
    /// <param name="version">The version. Empty: the one in force.</param>
    /// <param name="principal">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The version. NotFound: there is no such version. Conflict: it does not compile.</returns>
    public async Task<Outcome<RulesInForce>> FindAsync(string version, Principal principal, CancellationToken cancellationToken)
    {
        var current = book.Current;
        var name = Versions.Stored(version);
        if (name.Length == 0 || name == current.Stored.Version)
        {
            return current;
        }

        if (await store.FindAsync(name, cancellationToken) is not { } stored)
        {
            return new Refusal(RefusalKind.NotFound, CommonTexts.NoSuchVersion(version));
        }

        var compiled = await checks.ComputeAsync<RuleSetCompilation>(
            stop => StoredCompilation.Compile(stored, Today, time.LocalTimeZone, stop), Patience, principal, cancellationToken);
        return compiled.Then<RulesInForce>(compilation => compilation.RuleSet is null
            ? new Refusal(RefusalKind.Conflict, RuleTexts.DoesNotCompileHere(stored.Version))
            : new RulesInForce(stored, compilation.RuleSet));
    }

    /// <summary>Compiles a candidate on the national set in force.</summary>
    public Task<Outcome<RuleSetCompilation>> CompileAsync(
        Candidate candidate, Principal principal, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync<RuleSetCompilation>(stop => Compile(candidate, stop), Patience, principal, cancellationToken);
    }

    /// <summary>Checks a draft with the rules in force and with a candidate.</summary>
    public Task<Outcome<TryReply>> TryAsync(
        RuleSet before, RuleSet after, ValidateRequest draft, Principal principal, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync<TryReply>(
            stop =>
            {
                var read = engine.Read(draft.Content.Memory, stop);
                var old = engine.Check(read, before, stop);
                var young = engine.Check(read, after, stop);
                var changes = RuleSetDiff.Findings(old, young);
                return new TryReply
                {
                    Id = draft.Id,
                    FileName = draft.FileName,
                    VerdictBefore = old.Verdict,
                    VerdictAfter = young.Verdict,
                    ReasonText = young.ReasonText,
                    Reason = young.Reason,
                    RuleFailures = { young.RuleFailures },
                    Changes = { changes },
                    Unchanged = young.Findings.Count - changes.Count(change => change.After is not null),
                };
            },
            2 * options.DocumentTime,
            principal,
            cancellationToken);
    }

    /// <summary>Evaluates expressions, on a draft's facts or on none.</summary>
    /// <returns>The values. Invalid: too many, too long, or the draft is no report.</returns>
    public async Task<Outcome<EvaluateReply>> EvaluateAsync(
        EvaluateRequest request, Principal principal, CancellationToken cancellationToken)
    {
        if (request.Expressions.Count > MaxExpressions || request.Expressions.Any(expression => expression.Length > MaxExpression))
        {
            return new Refusal(RefusalKind.Invalid, PublishingTexts.TooManyExpressions(MaxExpressions, MaxExpression));
        }

        return await checks.ComputeAsync(
            stop => Read(request.Document, stop).Then(report => Evaluate(request.Expressions, report, stop)),
            Patience,
            principal,
            cancellationToken);
    }

    private Outcome<EvaluateReply> Evaluate(IEnumerable<string> expressions, Report? report, CancellationToken cancellationToken)
    {
        var reply = new EvaluateReply();
        foreach (var expression in expressions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reply.Values.Add(ExpressionTrial.Evaluate(expression, report, records.Current.Bodies, limits));
        }

        return reply;
    }

    private Outcome<Report?> Read(ByteString document, CancellationToken cancellationToken)
    {
        if (document.IsEmpty)
        {
            return (Report?)null;
        }

        var draft = engine.Read(document.Memory, cancellationToken);
        return draft.Report is { } report ? report : new Refusal(RefusalKind.Invalid, draft.ReasonText);
    }

    /// <summary>The digest that a candidate would have as a version, on the national set in force.</summary>
    public string DigestOf(Candidate candidate)
    {
        return FileDigest.Of(book.Current.Stored.National, candidate.Files);
    }

    private RuleSetCompilation Compile(Candidate candidate, CancellationToken cancellationToken)
    {
        var current = book.Current.Stored;
        var name = Versions.Name(current.NationalVersion, current.Revision + 1);
        return RuleSetCompiler.Compile(new RuleSetSource(name, current.National, candidate.Files, Today), cancellationToken);
    }
}
