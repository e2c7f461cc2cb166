using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Validation.Engine.Annotation;
using Validation.Server.Checks;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>Stands in for the engine: accepts every document, and says by their hashes which one it was and which report of last year came
/// with it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Checks that were given up may still be running when the test ends.")]
internal sealed class FakeCheck : IDocumentCheck
{
    public const string Broken = "broken";

    /// <summary>The document that the engine fails on. Its message quotes the document, as that of a real exception may.</summary>
    public static readonly byte[] BrokenDocument = Encoding.UTF8.GetBytes(Broken);

    private readonly SemaphoreSlim _entered = new(0);
    private readonly SemaphoreSlim _left = new(0);
    private readonly ManualResetEventSlim _open = new(initialState: true);

    public string RuleSetVersion => "test";

    public string EngineVersion => "0";

    public RuleList Rules { get; init; } = new() { RuleSetVersion = "test", Rules = { new RuleSummary { Id = "test", Title = "规则" } } };

    /// <summary>Makes checks wait until <see cref="Open"/>, or until they are cancelled.</summary>
    public bool Obedient { get; init; } = true;

    public void Close()
    {
        _open.Reset();
    }

    public void Open()
    {
        _open.Set();
    }

    public Task EnteredAsync()
    {
        return _entered.WaitAsync().InTime();
    }

    public Task LeftAsync()
    {
        return _left.WaitAsync().InTime();
    }

    /// <summary>Never inlined: the stack of its exception names this class, however warm the code of the caller is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValidateReply Validate(SubmittedDraft draft, CancellationToken cancellationToken)
    {
        var content = draft.Content;
        _entered.Release();
        try
        {
            _open.Wait(Obedient ? cancellationToken : CancellationToken.None);
            return content.Span.SequenceEqual(BrokenDocument)
                ? throw new FormatException($"'{Encoding.UTF8.GetString(content.Span)}' cannot be read")
                : Accept(content.Span, draft.Prior);
        }
        finally
        {
            _left.Release();
        }
    }

    public AnnotatedCopy Annotate(ReadOnlyMemory<byte> content, ValidateReply reply, CancellationToken cancellationToken)
    {
        return new DocumentAnnotator().Annotate(content, reply, DateTimeOffset.UnixEpoch, cancellationToken);
    }

    public ValidateReply NotDecided(Reason reason)
    {
        return new ValidateReply { Verdict = Verdict.NotDecided, Reason = reason };
    }

    public static string Hash(ReadOnlySpan<byte> content)
    {
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static ValidateReply Accept(ReadOnlySpan<byte> content, SubmittedPrior? prior)
    {
        var provenance = new Provenance { DocumentSha256 = Hash(content), DocumentFormat = "txt; utf-8" };
        provenance.Prior = prior is null ? null : new PriorReport
        {
            FileName = prior.FileName, Sha256 = prior.IsTooLarge ? "" : Hash(prior.Content.Span),
        };
        return new ValidateReply { Verdict = Verdict.Accept, Report = new Report { Title = "标题" }, Provenance = provenance };
    }
}
