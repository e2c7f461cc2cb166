using Validation.Server.Outcomes;
using Validation.Server.Wording;

namespace Validation.Server.Publishing;

/// <summary>Who changes the rules, why, and from which version.</summary>
/// <param name="Author">A person's name.</param>
/// <param name="Principal">Whose right it is.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpectedVersion">The version that the change was made from.</param>
internal sealed record Signature(string Author, string Principal, string Reason, string ExpectedVersion)
{
    private const int MaxAuthor = 100;
    private const int MaxReason = 1_000;

    /// <returns>The signature. Invalid: something is missing or too long.</returns>
    public static Outcome<Signature> Read(string author, string principal, string reason, string expectedVersion)
    {
        author = author.Trim();
        // A line end in it could pass for another entry of the history.
        reason = OneLine.Of(reason).Trim();
        var wrong = author.Length is 0 or > MaxAuthor || OneLine.Of(author) != author ? CommonTexts.AuthorInvalid(MaxAuthor)
            : reason.Length is 0 or > MaxReason ? CommonTexts.ReasonInvalid(MaxReason)
            : expectedVersion.Length == 0 ? PublishingTexts.ExpectedVersionMissing
            : null;
        return wrong is null
            ? new Signature(author, principal, reason, expectedVersion)
            : new Refusal(RefusalKind.Invalid, wrong);
    }
}
