using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Tray.Notices;
using Validation.V1;

namespace Validation.Tray;

/// <summary>The part about drafts that a notification, an address or the menu names.</summary>
internal sealed partial class TrayActions
{
    /// <inheritdoc/>
    public void ShowAllDrafts()
    {
        _log.Write($"all drafts asked for");
        _ = ShowAllDraftsAsync();
    }

    /// <summary>Goes where an address leads. One of a draft that is not known leads nowhere, which is told.</summary>
    public void Follow(ProgramAddress address)
    {
        _log.Write($"follows {address.Text}");
        switch (address)
        {
            case { Wish: ProgramWish.AllDrafts }:
                ShowAllDrafts();
                break;
            case { Wish: ProgramWish.Server }:
                ShowServer();
                break;
            case { Draft: { } id }:
                _ = FollowAsync(address.Wish, id);
                break;
        }
    }

    /// <inheritdoc/>
    public void Acknowledge(CheckedDraft draft)
    {
        _log.Write($"findings asked for {draft.Name}");
        _ = AcknowledgeAsync(draft);
    }

    private async Task ShowAllDraftsAsync()
    {
        var page = await _monitor.WritePageAsync(CancellationToken.None);
        _ui.Post(() =>
        {
            if (page is not null)
            {
                Open(page);
            }
            else
            {
                Warn(TrayTexts.CannotSave);
            }
        });
    }

    private async Task FollowAsync(ProgramWish wish, DraftId id)
    {
        var found = await _monitor.FindAsync(id, CancellationToken.None);
        _ui.Post(() =>
        {
            switch (wish)
            {
                case var _ when found is null:
                    Warn(TrayTexts.UnknownDraft);
                    break;
                case ProgramWish.File:
                    Open(found.FilePath);
                    break;
                case ProgramWish.Comments:
                    OpenAnnotated(found);
                    break;
                default:
                    OpenReport(found);
                    break;
            }
        });
    }

    private async Task AcknowledgeAsync(CheckedDraft draft)
    {
        var found = await _monitor.FindingsAsync(draft.FilePath, CancellationToken.None);
        _ui.Post(() =>
        {
            if (found.Problem is { } problem)
            {
                Warn(TrayTexts.NotAcknowledged(draft.Name, problem));
            }
            else if (found.Findings.Count == 0)
            {
                Tell(TrayTexts.NothingToAcknowledge(draft.Name));
            }
            else
            {
                _desktop.AskForFinding(draft.Name, found.Findings, Environment.UserName, (finding, reason) =>
                {
                    _log.Write($"acknowledges {finding.RuleId} in {draft.Name}");
                    _ = AcknowledgeAsync(draft, found, finding, reason);
                });
            }
        });
    }

    private async Task AcknowledgeAsync(CheckedDraft draft, DraftFindings found, Finding finding, string reason)
    {
        var outcome = await _monitor.AcknowledgeAsync(found, finding, reason, Environment.UserName, CancellationToken.None);
        _ui.Post(() =>
        {
            if (outcome.Accepted is { } accepted)
            {
                _view.Notify(
                    NoticeWeight.Info, draft.Name, TrayTexts.Acknowledged(accepted.ExpiresAt.ToDateTimeOffset().ToLocalTime()),
                    sound: false, NoticeTarget.OfReport(draft, Follow));
            }
            else
            {
                Warn(TrayTexts.NotAcknowledged(draft.Name, outcome.Problem ?? string.Empty));
            }
        });
    }
}
