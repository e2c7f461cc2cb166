using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>Requests to check a draft.</summary>
internal static class DraftRequest
{
    private const int MostFingerprints = 2_000;
    private const int FingerprintLength = 16;

    /// <summary>A request, still without the draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="options">Whether the report is wanted in the reply.</param>
    public static ValidateRequest Of(SentDraft draft, ConnectionOptions options) => new()
    {
        FileName = draft.Name,
        IncludeReport = !options.OmitReport,
#pragma warning disable CS0612 // Servers that know nothing else yet send the report unless they are told not to.
        OmitReport = options.OmitReport,
#pragma warning restore CS0612
        Previous = PreviousCheck(draft.Previous),
    };

    // What a server would refuse is left out: this program then compares for itself.
    private static PreviousCheck? PreviousCheck(IReadOnlyCollection<string>? fingerprints) =>
        fingerprints is { Count: <= MostFingerprints } && fingerprints.All(IsFingerprint)
            ? new PreviousCheck { Fingerprints = { fingerprints } }
            : null;

    private static bool IsFingerprint(string text) => text.Length == FingerprintLength && text.All(char.IsAsciiHexDigitLower);
}
