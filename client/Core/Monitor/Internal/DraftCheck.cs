using System.Security.Cryptography;
using Validation.V1;

namespace Validation.Client.Internal;

/// <summary>Checks one draft: reads it, leaves it at that when its content is known, else asks the server and writes the report.</summary>
/// <param name="connection">The server.</param>
/// <param name="reports">Where the reports go.</param>
/// <param name="time">The clock.</param>
internal sealed class DraftCheck(ValidationConnection connection, ReportFolder reports, TimeProvider time)
{
    // A program that still writes leaves a file that ends too early.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    /// <summary>An attempt that failed before anything was known of the file.</summary>
    public static CheckAttempt Failed(PendingCheck check, CheckFailure failure, TimeProvider time) => new(AttemptEnd.Failed)
    {
        Failure = failure,
        Draft = new CheckedDraft
        {
            FilePath = check.FilePath, CheckedAt = time.GetLocalNow(), Summary = Texts.NotCheckedBecause(failure.Message),
        },
    };

    /// <summary>Checks a draft.</summary>
    /// <param name="check">The draft.</param>
    /// <param name="known">What is known of it; null: nothing.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CheckAttempt> RunAsync(PendingCheck check, DraftRecord? known, CancellationToken cancellationToken)
    {
        if (DraftFiles.Stamp(check.FilePath) is not { } stamp)
        {
            return new CheckAttempt(AttemptEnd.Gone);
        }

        var content = await Draft.FromFile(check.FilePath).ReadAsync(cancellationToken);
        if (content.Failure is { } unread)
        {
            return Failed(check, stamp, null, unread);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span));
        if (check.Cause == CheckCause.Saved && IsKnown(known, sha256))
        {
            return new CheckAttempt(AttemptEnd.Unchanged) { Stamp = stamp };
        }

        var draft = Draft.FromBytes(Path.GetFileName(check.FilePath), content.Bytes);
        var outcome = await connection.CheckAsync(draft, cancellationToken);
        if (outcome.Failure is { } failure)
        {
            return Failed(check, stamp, sha256, failure);
        }

        return Answered(check, known, outcome, stamp, sha256);
    }

    private static bool IsKnown(DraftRecord? known, string sha256) =>
        known is { Verdict: not null } && string.Equals(known.Sha256, sha256, StringComparison.Ordinal);

    private CheckAttempt Failed(PendingCheck check, FileStamp stamp, string? sha256, CheckFailure failure) =>
        Failed(check, failure, time) with { Stamp = stamp, Sha256 = sha256 };

    private CheckAttempt Answered(PendingCheck check, DraftRecord? known, CheckOutcome outcome, FileStamp stamp, string sha256)
    {
        if (DraftFiles.Stamp(check.FilePath) != stamp)
        {
            return new CheckAttempt(AttemptEnd.Superseded);
        }

        var reply = outcome.Reply!;
        var age = time.GetUtcNow().UtcDateTime - stamp.WrittenUtc;
        if (!check.WasDoubted && age < Fresh && LooksUnfinished(reply.Reason))
        {
            return new CheckAttempt(AttemptEnd.Doubted);
        }

        var at = time.GetLocalNow();
        var draft = DraftSummary.Of(check.FilePath, reply, at);
        var before = known is { Verdict: not null } ? known.Fingerprints : null;
        var fresh = before is null ? null : draft.Fingerprints.Except(before).ToHashSet(StringComparer.Ordinal);
        return new CheckAttempt(AttemptEnd.Answered)
        {
            Stamp = stamp,
            Sha256 = sha256,
            Draft = draft with
            {
                ReportFile = reports.TryWrite(check.FilePath, outcome, at, fresh),
                Changes = before is null ? null : FindingChanges.Between(before, draft.Fingerprints),
            },
        };
    }

    private static bool LooksUnfinished(Reason reason) =>
        reason is Reason.EmptyDocument or Reason.DamagedDocument or Reason.UndecodableText or Reason.UnsupportedFormat;
}

/// <summary>How an attempt to check a draft ended.</summary>
internal enum AttemptEnd
{
    /// <summary>The server answered.</summary>
    Answered,

    /// <summary>There is no answer; the failure says why.</summary>
    Failed,

    /// <summary>The content is the one that was checked last.</summary>
    Unchanged,

    /// <summary>The file was saved again meanwhile; the answer is about an older version.</summary>
    Superseded,

    /// <summary>The file looks as if it was still being written.</summary>
    Doubted,

    /// <summary>The file was not found: it is deleted, or its folder is out of sight.</summary>
    Gone,
}

/// <summary>What came of an attempt.</summary>
/// <param name="End">How it ended.</param>
internal sealed record CheckAttempt(AttemptEnd End)
{
    /// <summary>The file before it was read.</summary>
    public FileStamp Stamp { get; init; }

    /// <summary>SHA-256 of what was read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The draft with its answer, or with the reason why there is none.</summary>
    public CheckedDraft? Draft { get; init; }

    /// <summary>Why there is no answer.</summary>
    public CheckFailure? Failure { get; init; }
}
