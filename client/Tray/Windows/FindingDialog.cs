using System.Runtime.InteropServices;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Tray.Windows;

/// <summary>Asks which of a draft's findings was found to be right all the same, and why.</summary>
internal sealed unsafe partial class FindingDialog
{
    private const uint TabStop = 0x10000;
    private const uint Border = 0x800000;
    private const uint Scrolls = 0x200000;
    private const uint DefaultButton = 0x1;
    private const uint Notifies = 0x1;
    private const uint AnyHeight = 0x100;
    private const uint Lines = 0x4;
    private const uint ScrollsItself = 0x40;
    private const uint OnlyRead = 0x800;

    private const int Ok = 1;
    private const int Cancel = 2;
    private const int List = 10;
    private const int Detail = 11;
    private const int Reason = 12;

    private const uint AddRow = 0x180;
    private const uint SelectRow = 0x186;
    private const uint SelectedRow = 0x188;
    private const uint LimitText = 0xC5;
    private const int SelectionChanged = 1;

    // What a server takes as a reason.
    private const int MostReason = 1000;

    // Dialogs that are open, by their windows, and the one that is about to be: everything is shown on one thread.
    private static readonly Dictionary<nint, FindingDialog> Open = [];
    private static FindingDialog? _next;

    private readonly IReadOnlyList<Finding> _findings;
    private (Finding Finding, string Reason)? _answer;

    private FindingDialog(IReadOnlyList<Finding> findings) => _findings = findings;

    /// <summary>Shows the dialog, and waits until it is closed.</summary>
    /// <param name="draft">The draft's name.</param>
    /// <param name="findings">Its findings, at least one.</param>
    /// <param name="author">In whose name the answer is kept.</param>
    /// <returns>The finding and the reason; null: the user does not want to.</returns>
    public static (Finding Finding, string Reason)? Ask(string draft, IReadOnlyList<Finding> findings, string author)
    {
        var dialog = new FindingDialog(findings);
        _next = dialog;
        fixed (byte* template = Describe(draft, author).ToBytes())
        {
            Dialogs.DialogBoxIndirectParamW(Kernel32.GetModuleHandleW(0), template, 0, &OnMessage, 0);
        }

        return dialog._answer;
    }

    private static DialogTemplate Describe(string draft, string author)
    {
        var template = new DialogTemplate($"{TrayTexts.AcknowledgeTitle} - {OutsideText.Line(draft)}", MessageFont.OfSystem())
        {
            Size = (320, 222),
        };
        const uint Field = Border | TabStop;
        Add(DialogItemKind.Text, 0, 0, (8, 8, 304, 10), TrayTexts.AcknowledgeFindings);
        Add(DialogItemKind.List, List, Field | Scrolls | Notifies | AnyHeight, (8, 20, 304, 64));
        Add(DialogItemKind.Edit, Detail, Field | Scrolls | Lines | OnlyRead, (8, 88, 304, 46));
        Add(DialogItemKind.Text, 0, 0, (8, 140, 304, 10), TrayTexts.AcknowledgeReason);
        Add(DialogItemKind.Edit, Reason, Field | Lines | ScrollsItself, (8, 152, 304, 28));
        Add(DialogItemKind.Text, 0, 0, (8, 185, 304, 10), TrayTexts.AcknowledgedBy(author));
        Add(DialogItemKind.Button, Ok, DefaultButton | TabStop, (204, 201, 50, 15), TrayTexts.Ok);
        Add(DialogItemKind.Button, Cancel, TabStop, (262, 201, 50, 15), TrayTexts.Cancel);
        return template;

        void Add(DialogItemKind kind, int id, uint style, (short X, short Y, short Width, short Height) place, string text = "") =>
            template.Add(new DialogItem(kind, id, text, style, place));
    }

    [UnmanagedCallersOnly]
    private static nint OnMessage(nint window, uint message, nint word, nint value)
    {
        if (message == Dialogs.Begin && _next is { } next)
        {
            _next = null;
            Open[window] = next;
            next.Fill(window);
            return 1;
        }

        return message == Dialogs.Command && Open.TryGetValue(window, out var dialog)
            && dialog.Do(window, (int)(word & 0xFFFF), (int)(word >> 16) & 0xFFFF) ? 1 : 0;
    }

    private void Fill(nint window)
    {
        foreach (var finding in _findings)
        {
            fixed (char* row = OutsideText.Line($"{FindingWords.Name(finding.Severity)}　{finding.Title}　{PlaceWords.Of(finding)}"))
            {
                SendDlgItemMessageW(window, List, AddRow, 0, (nint)row);
            }
        }

        SendDlgItemMessageW(window, List, SelectRow, 0, 0);
        SendDlgItemMessageW(window, Reason, LimitText, MostReason, 0);
        ShowDetail(window);
    }

    private bool Do(nint window, int control, int what)
    {
        switch (control)
        {
            case Ok when TextOf(window, Reason).Trim() is not { Length: > 0 }:
                MessageBox.Warn(TrayTexts.ReasonMissing, window);
                return true;
            case Ok when Selected(window) is { } finding:
                _answer = (finding, TextOf(window, Reason).Trim());
                Close(window);
                return true;
            case Cancel:
                Close(window);
                return true;
            case List when what == SelectionChanged:
                ShowDetail(window);
                return true;
            default:
                return false;
        }
    }

    private static void Close(nint window)
    {
        Open.Remove(window);
        Dialogs.EndDialog(window, 0);
    }

    private void ShowDetail(nint window) =>
        SetDlgItemTextW(window, Detail, Selected(window) is { } finding ? OutsideText.Line(finding.Message) : "");

    private Finding? Selected(nint window) =>
        _findings.ElementAtOrDefault((int)SendDlgItemMessageW(window, List, SelectedRow, 0, 0));

    private static string TextOf(nint window, int control)
    {
        var text = stackalloc char[MostReason + 1];
        return new string(text, 0, (int)GetDlgItemTextW(window, control, text, MostReason + 1));
    }

    [LibraryImport("user32")]
    private static partial nint SendDlgItemMessageW(nint window, int control, uint message, nint word, nint value);

    [LibraryImport("user32")]
    private static partial uint GetDlgItemTextW(nint window, int control, char* text, int length);

    [LibraryImport("user32", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetDlgItemTextW(nint window, int control, string text);
}
