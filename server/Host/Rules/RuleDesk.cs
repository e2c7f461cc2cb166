using Google.Protobuf;
using Grpc.Core;
using Validation.Engine;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Sets;
using Validation.Server.Checks;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>What came of a candidate.</summary>
/// <param name="Rules">The rule set. Null: it has problems.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Failures">Which of its tests went wrong.</param>
internal sealed record TriedCandidate(RuleSet? Rules, IReadOnlyList<RuleProblem> Problems, IReadOnlyList<TestFailure> Failures);

/// <summary>Looks at rule sets, those in force and those that might be, without changing anything. Thread-safe.</summary>
internal sealed class RuleDesk(
    RuleBook book, IRuleStore store, CheckRunner checks, EngineCheck engine, EngineLimits limits, ServerOptions options, TimeProvider time)
{
    private const int MaxExpressions = 1_000;
    private const int MaxExpression = 20_000;

    /// <summary>How long a candidate may take to compile and test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>Compiles a rule set that is to be put in force and, unless told otherwise, runs its tests.</summary>
    public Task<TriedCandidate> CompileAndTestAsync(StoredRuleSet next, bool skipTests, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync(
            stop =>
            {
                var compilation = RuleSetCompiler.Compile(new RuleSetSource(next.Version, next.National, next.Overlay, Today), stop);
                var failures = compilation.RuleSet is null || skipTests
                    ? []
                    : RuleSetTests.Run(compilation.RuleSet, includeNational: false, stop).Failures;
                return new TriedCandidate(compilation.RuleSet, compilation.Problems, failures);
            },
            Patience,
            cancellationToken);
    }

    public async Task<LintReply> LintAsync(IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        var compilation = await CompileAsync(overlay, cancellationToken);
        return new LintReply { Problems = { compilation.Problems }, Rules = compilation.RuleSet?.List.Rules.Count ?? 0 };
    }

    public Task<TestReply> TestAsync(IReadOnlyList<RuleFile> overlay, bool includeNational, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync(
            stop =>
            {
                var compilation = Compile(overlay, stop);
                if (compilation.RuleSet is null)
                {
                    return new TestReply { Problems = { compilation.Problems } };
                }

                var result = RuleSetTests.Run(compilation.RuleSet, includeNational, stop);
                return new TestReply { Passed = result.Passed, Failures = { result.Failures } };
            },
            Patience,
            cancellationToken);
    }

    /// <summary>Compares a version with a candidate.</summary>
    public async Task<DiffReply> DiffAsync(string from, IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        var before = await FindAsync(from, cancellationToken);
        var after = await CompileAsync(overlay, cancellationToken);
        return after.RuleSet is null
            ? new DiffReply { Problems = { after.Problems } }
            : new DiffReply { Changes = { RuleSetDiff.Rules(before.Whole, after.RuleSet) } };
    }

    /// <summary>Compares two versions.</summary>
    public async Task<DiffReply> DiffAsync(string from, string to, CancellationToken cancellationToken)
    {
        var before = await FindAsync(from, cancellationToken);
        var after = await FindAsync(to, cancellationToken);
        return new DiffReply { Changes = { RuleSetDiff.Rules(before.Whole, after.Whole) } };
    }

    /// <summary>A version, as it is today.</summary>
    /// <param name="version">The version. Empty: the one in force.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RpcException">NOT_FOUND: there is no such version. FAILED_PRECONDITION: it does not compile.</exception>
    public async Task<RulesInForce> FindAsync(string version, CancellationToken cancellationToken)
    {
        var current = book.Current;
        var name = Versions.Stored(version);
        if (name.Length == 0 || name == current.Stored.Version)
        {
            return current;
        }

        var stored = await store.FindAsync(name, cancellationToken)
            ?? throw new RpcException(new Status(StatusCode.NotFound, Texts.NoSuchVersion(version)));
        var compilation = await checks.ComputeAsync(
            stop => StoredCompilation.Compile(stored, Today, time.LocalTimeZone, stop), Patience, cancellationToken);
        return compilation.RuleSet is null
            ? throw new RpcException(new Status(StatusCode.FailedPrecondition, Texts.DoesNotCompileHere(stored.Version)))
            : new RulesInForce(stored, compilation.RuleSet);
    }

    /// <summary>Compiles a candidate on the national set in force.</summary>
    public Task<RuleSetCompilation> CompileAsync(IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync(stop => Compile(overlay, stop), Patience, cancellationToken);
    }

    /// <summary>Checks a draft with the rules in force and with a candidate.</summary>
    public Task<TryReply> TryAsync(RuleSet before, RuleSet after, ValidateRequest draft, CancellationToken cancellationToken)
    {
        return checks.ComputeAsync(
            stop =>
            {
                var old = engine.Validate(draft.Content.Memory, before, stop);
                var young = engine.Validate(draft.Content.Memory, after, stop);
                var changes = RuleSetDiff.Findings(old, young);
                return new TryReply
                {
                    Id = draft.Id,
                    FileName = draft.FileName,
                    VerdictBefore = old.Verdict,
                    VerdictAfter = young.Verdict,
                    ReasonText = young.ReasonText,
                    Changes = { changes },
                    Unchanged = young.Findings.Count - changes.Count(change => change.After is not null),
                };
            },
            2 * options.DocumentTime,
            cancellationToken);
    }

    /// <summary>Evaluates expressions, on a draft's facts or on none.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: too many, too long, or the draft is no report.</exception>
    public Task<EvaluateReply> EvaluateAsync(EvaluateRequest request, CancellationToken cancellationToken)
    {
        if (request.Expressions.Count > MaxExpressions || request.Expressions.Any(expression => expression.Length > MaxExpression))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, Texts.TooManyExpressions(MaxExpressions, MaxExpression)));
        }

        return checks.ComputeAsync(
            stop =>
            {
                var report = Read(request.Document, stop);
                var reply = new EvaluateReply();
                foreach (var expression in request.Expressions)
                {
                    stop.ThrowIfCancellationRequested();
                    reply.Values.Add(ExpressionTrial.Evaluate(expression, report, limits));
                }

                return reply;
            },
            Patience,
            cancellationToken);
    }

    private Report? Read(ByteString document, CancellationToken cancellationToken)
    {
        if (document.IsEmpty)
        {
            return null;
        }

        var reply = engine.Validate(document.Memory, book.Current.Rules, cancellationToken);
        return reply.Report ?? throw new RpcException(new Status(StatusCode.InvalidArgument, reply.ReasonText));
    }

    private RuleSetCompilation Compile(IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        var current = book.Current.Stored;
        var name = Versions.Name(current.NationalVersion, current.Revision + 1);
        return RuleSetCompiler.Compile(new RuleSetSource(name, current.National, overlay, Today), cancellationToken);
    }
}
