using Validation.Engine.Reports.Claims;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Reads the counts of sentences that stand alone. Thread-safe.</summary>
internal sealed class ClaimDesk(CheckRunner checks, ServerOptions options)
{
    private const int MaxSentences = 1_000;
    private const int MaxSentence = 20_000;
    private const int LastYear = 9_999;

    /// <summary>Reads the counts that sentences state.</summary>
    /// <returns>The counts. Invalid: too many, too long, or the year is none.</returns>
    public async Task<Outcome<ReadClaimsReply>> ReadAsync(
        ReadClaimsRequest request, Principal principal, CancellationToken cancellationToken)
    {
        if (request.Sentences.Count > MaxSentences || request.Sentences.Any(sentence => sentence.Length > MaxSentence))
        {
            return new Refusal(RefusalKind.Invalid, CheckTexts.TooManySentences(MaxSentences, MaxSentence));
        }

        if (request.Year is < 0 or > LastYear)
        {
            return new Refusal(RefusalKind.Invalid, CheckTexts.NoSuchYear(request.Year));
        }

        return await checks.ComputeAsync<ReadClaimsReply>(
            stop => Read(request, stop), options.DocumentTime, principal, cancellationToken);
    }

    private static ReadClaimsReply Read(ReadClaimsRequest request, CancellationToken cancellationToken)
    {
        var reply = new ReadClaimsReply();
        foreach (var sentence in request.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reply.Sentences.Add(Read(sentence, request.Year));
        }

        return reply;
    }

    private static SentenceClaims Read(string sentence, int year)
    {
        var read = new SentenceClaims { Claims = { ClaimReader.Read(sentence, year).Claims } };
        foreach (var claim in read.Claims)
        {
            // A sentence of many counts would come back as many times.
            claim.Sentence = string.Empty;
            claim.Location = null;
        }

        return read;
    }
}
