using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Admission;

/// <summary>The ValidateStream calls that are open. Thread-safe.</summary>
internal sealed class OpenBatches(ServerOptions options)
{
    private const long Floor = 4;

    private readonly FairShare _calls = new(options.Batches, Floor);

    /// <summary>Takes a place for a call with many drafts.</summary>
    /// <returns>What to dispose of at its end. Throttled or Full: there are too many.</returns>
    public Outcome<TakenShare> Open(Principal principal)
    {
        var answer = _calls.Take(principal, 1);
        return answer == ShareAnswer.Granted ? new TakenShare(_calls, principal) : Refusals.Of(answer, AdmissionTexts.TooManyBatches);
    }
}
