using System.Security.Cryptography;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Monitor;

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
            FilePath = check.FilePath, CheckedAt = time.GetLocalNow(), Summary = MonitorTexts.NotCheckedBecause(failure.Message),
        },
    };

    /// <summary>Checks one draft and stores its report.</summary>
    /// <param name="check">The draft.</param>
    /// <param name="known">What is known of it; null: nothing.</param>
    /// <param name="others">Drafts that it may be under another name, each with the folder in which it was watched.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CheckAttempt> RunAsync(
        PendingCheck check, DraftRecord? known, IReadOnlyList<(DraftRecord Record, string Folder)> others,
        CancellationToken cancellationToken)
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

        if (check.Cause == CheckCause.Saved && known?.CheckedAt is null && LeftBehind(sha256, others) is { } from)
        {
            return new CheckAttempt(AttemptEnd.Moved) { Stamp = stamp, Sha256 = sha256, From = from };
        }

        var draft = Draft.FromBytes(Path.GetFileName(check.FilePath), content.Bytes, known?.Baseline).ComparedWithNeighbour(check.FilePath);
        var outcome = await connection.CheckAsync(draft, cancellationToken);
        if (outcome.Failure is { } failure)
        {
            return Failed(check, stamp, sha256, failure);
        }

        return Answered(check, known, outcome, stamp, sha256);
    }

    private static DraftRecord? LeftBehind(string sha256, IReadOnlyList<(DraftRecord Record, string Folder)> others) => others
        .Where(other => string.Equals(other.Record.Sha256, sha256, StringComparison.Ordinal)
            && DraftFiles.IsGone(other.Record.FilePath, other.Folder))
        .Select(other => other.Record).FirstOrDefault();

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
        var comparison = known?.Baseline is { } before ? FindingComparison.Of(before, reply) : null;
        return new CheckAttempt(AttemptEnd.Answered)
        {
            Stamp = stamp,
            Sha256 = sha256,
            Draft = DraftSummary.Of(check.FilePath, reply, at, comparison) with
            {
                ReportFile = reports.TryWrite(check.FilePath, outcome, at, comparison),
            },
        };
    }

    private static bool LooksUnfinished(Reason reason) =>
        reason is Reason.EmptyDocument or Reason.DamagedDocument or Reason.UndecodableText or Reason.UnsupportedFormat;
}

/// <summary>How an attempt to check a draft ended.</summary>
internal enum AttemptEnd
{
    /// <summary>The server answered with a reply.</summary>
    Answered,

    /// <summary>There is no answer; the failure says why.</summary>
    Failed,

    /// <summary>The content is the one that was checked last.</summary>
    Unchanged,

    /// <summary>The file is a draft that was checked under another name, and has left that.</summary>
    Moved,

    /// <summary>The file was saved again meanwhile; the answer is about an older version.</summary>
    Superseded,

    /// <summary>The file looks as if it was still being written.</summary>
    Doubted,

    /// <summary>The file was not found: it is deleted, or its folder is out of sight.</summary>
    Gone,
}

/// <summary>The result of an attempt to check a draft.</summary>
/// <param name="End">How it ended.</param>
internal sealed record CheckAttempt(AttemptEnd End)
{
    /// <summary>The file's length and time before it was read.</summary>
    public FileStamp Stamp { get; init; }

    /// <summary>SHA-256 of the content that was read; null: nothing was read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The draft with its answer, or with the reason why there is none.</summary>
    public CheckedDraft? Draft { get; init; }

    /// <summary>What the draft was before it was moved; null: it was not.</summary>
    public DraftRecord? From { get; init; }

    /// <summary>Why there is no answer.</summary>
    public CheckFailure? Failure { get; init; }
}
