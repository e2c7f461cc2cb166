using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>
/// Decides what is worth a notification: one for each save, none when nothing is wrong and nothing has changed, one for them all when
/// several come at once, one for a new version of the rules, one for each time that the server goes while drafts wait. Not thread-safe.
/// </summary>
internal sealed class NoticeBoard
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<CheckedDraft> _saved = [];
    private readonly List<CheckedDraft> _judgedAnew = [];
    private TimeSpan? _since;
    private bool _hasSaidOffline;

    /// <summary>True tells also of drafts in which nothing is wrong and nothing has changed.</summary>
    public bool TellsUnchanged { get; set; }

    /// <summary>True tells of no draft that was accepted, unless it was asked for. It wins over <see cref="TellsUnchanged"/>.</summary>
    public bool TellsErrorsOnly { get; set; }

    /// <summary>When there may be something to say though nothing happens; null: never.</summary>
    public TimeSpan? NextDue => _since + Patience;

    /// <summary>Takes an answer, which is told together with those that come soon after.</summary>
    /// <param name="draft">The draft with its answer.</param>
    /// <param name="before">The answer before; null: there was none.</param>
    /// <param name="cause">Why it was checked.</param>
    /// <param name="now">The time, by a steady clock.</param>
    public void Add(CheckedDraft draft, CheckedDraft? before, CheckCause cause, TimeSpan now)
    {
        // Of a draft that was answered again before it was told, only the newest answer counts.
        var isAgain = cause is CheckCause.Saved or CheckCause.Asked
            && _saved.RemoveAll(other => DraftFiles.Names.Equals(other.FilePath, draft.FilePath)) > 0;
        if (TellsErrorsOnly && !draft.HasProblem && cause != CheckCause.Asked)
        {
            return;
        }

        var isSame = before is not null && draft.SaysTheSameAs(before);
        if (cause == CheckCause.NewRules)
        {
            if (!isSame && before is not null)
            {
                _judgedAnew.Add(draft);
                _since ??= now;
            }
        }
        else if (cause == CheckCause.Acknowledged && draft.Verdict is not null)
        {
            // The clerk has just accepted a finding, and knows.
        }
        else if (cause == CheckCause.PriorSaved && isSame)
        {
            // The clerk is at last year's report, and for this draft nothing has changed.
        }
        else if (isAgain || !isSame || draft.HasProblem || cause == CheckCause.Asked || TellsUnchanged)
        {
            _saved.Add(draft);
            _since ??= now;
        }
    }

    /// <summary>Takes the notices that are due now.</summary>
    /// <param name="isIdle">Whether no check is under way or can begin.</param>
    /// <param name="now">The time, by a steady clock.</param>
    public IReadOnlyList<Notice> Take(bool isIdle, TimeSpan now)
    {
        if (_since is null || (!isIdle && now < _since + Patience))
        {
            return [];
        }

        var notices = new List<Notice>();
        if (_saved.Count > 0)
        {
            // A click does not tell which notification it was on: with two at once it would open the wrong report.
            notices.Add(_saved is [var only] ? One(only) : Summary(_saved));
        }

        if (_judgedAnew.Count > 0)
        {
            notices.Add(NewRules(_judgedAnew));
        }

        _saved.Clear();
        _judgedAnew.Clear();
        _since = null;
        return notices;
    }

    /// <summary>The notice that the server does not answer.</summary>
    /// <param name="waiting">How many drafts wait for it.</param>
    /// <param name="problem">Why.</param>
    /// <returns>What to say; null: nothing, or it was said already.</returns>
    public Notice? ServerLost(int waiting, string problem)
    {
        if (waiting == 0 || _hasSaidOffline)
        {
            return null;
        }

        _hasSaidOffline = true;
        return new Notice(NoticeWeight.Warning, MonitorTexts.OfflineTitle, MonitorTexts.Offline(waiting, problem), null)
        {
            IsOfServer = true,
        };
    }

    /// <summary>The server answers again.</summary>
    public void ServerBack() => _hasSaidOffline = false;

    /// <summary>How serious an answer is.</summary>
    public static NoticeWeight Weight(CheckedDraft draft) => draft.Verdict switch
    {
        Verdict.Accept when draft.Warnings > 0 => NoticeWeight.Info,
        Verdict.Accept => NoticeWeight.Good,
        Verdict.Reject => NoticeWeight.Error,
        _ => NoticeWeight.Warning,
    };

    private static Notice One(CheckedDraft draft) =>
        new(Weight(draft), MonitorTexts.NoticeTitle(draft), MonitorTexts.NoticeText(draft), draft);

    private static Notice Summary(List<CheckedDraft> drafts)
    {
        var worst = Worst(drafts);
        return new Notice(Weight(worst), MonitorTexts.ManyCheckedTitle(drafts.Count), MonitorTexts.ManyChecked(drafts, worst), worst)
        {
            Drafts = drafts.Count,
        };
    }

    private static Notice NewRules(List<CheckedDraft> drafts)
    {
        var worst = Worst(drafts);
        return new Notice(
            Weight(worst), MonitorTexts.NewRulesTitle(worst.RuleSetVersion), MonitorTexts.NewRules(drafts, worst), worst)
        {
            Drafts = drafts.Count, IsOfNewRules = true,
        };
    }

    private static CheckedDraft Worst(List<CheckedDraft> drafts) =>
        drafts.OrderByDescending(draft => Weight(draft)).ThenByDescending(draft => draft.Errors).First();
}
