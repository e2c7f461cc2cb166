using Validation.Client.Drafts;
using Validation.Client.Monitor;

namespace Validation.Tray.Notices;

/// <summary>Where a click on a notification leads.</summary>
/// <param name="Key">What tells this place from others: two notifications with the same key lead to the same place.</param>
/// <param name="Follow">Goes there; null: a click does nothing.</param>
internal sealed record NoticeTarget(string Key, Action? Follow)
{
    /// <summary>The same as an address, which the system can keep while the program does not run; null: there is none.</summary>
    public ProgramAddress? Address { get; init; }

    /// <summary>The buttons, where the system has room for any.</summary>
    public IReadOnlyList<NoticeButton> Buttons { get; init; } = [];

    /// <summary>The place of a draft's report.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="follow">Goes to an address.</param>
    public static NoticeTarget OfReport(CheckedDraft draft, Action<ProgramAddress> follow) =>
        Of(new ProgramAddress(ProgramWish.Report, draft.Id), follow) with
        {
            Buttons =
            [
                NoticeButton.Of(TrayTexts.ReportButton, new ProgramAddress(ProgramWish.Report, draft.Id), follow),
                NoticeButton.Of(TrayTexts.FileButton, new ProgramAddress(ProgramWish.File, draft.Id), follow),
            ],
        };

    /// <summary>The place that an address names.</summary>
    public static NoticeTarget Of(ProgramAddress address, Action<ProgramAddress> follow) =>
        new(address.Text, () => follow(address)) { Address = address };
}

/// <summary>A button of a notification.</summary>
/// <param name="Label">What is on it, without a letter that chooses it.</param>
/// <param name="Address">Where it leads, as an address.</param>
/// <param name="Pressed">Goes there, on the UI thread.</param>
internal sealed record NoticeButton(string Label, ProgramAddress Address, Action Pressed)
{
    /// <summary>The button that leads to an address.</summary>
    public static NoticeButton Of(string label, ProgramAddress address, Action<ProgramAddress> follow) =>
        new(label, address, () => follow(address));
}
