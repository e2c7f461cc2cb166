using Validation.Tray.Windows;

namespace Validation.Tray.Settings;

/// <summary>Where the controls of the window for settings are, and their numbers.</summary>
internal static class SettingsLayout
{
    // What the system calls the buttons that the Enter and the Esc key go with.
    public const int Accept = 1;
    public const int Cancel = 2;

    public const int Server = 101;
    public const int ServerState = 102;
    public const int Test = 103;
    public const int TakeRight = 104;
    public const int Authority = 105;
    public const int AuthorityState = 106;
    public const int Choose = 107;
    public const int Folders = 108;
    public const int FoldersState = 109;
    public const int Add = 110;
    public const int Remove = 111;
    public const int Notices = 112;
    public const int NoticesOfEverySave = 113;
    public const int NoticesOfChanges = 114;
    public const int NoticesOfErrors = 115;
    public const int Autostart = 116;
    public const int OpenFile = 117;
    public const int Apply = 118;

    // A label, which nobody asks for by its number.
    private const int Label = -1;

    private const uint Tab = 0x10000;
    private const uint Group = 0x20000;
    private const uint Sideways = 0x100000;
    private const uint UpAndDown = 0x200000;
    private const uint NoAmpersand = 0x80;
    private const uint Default = 1;
    private const uint Box = 3;
    private const uint Frame = 7;
    private const uint Choice = 9;
    private const uint LongText = 0x80;
    private const uint Tells = 1;
    private const uint AnyHeight = 0x100;
    private const uint Sunken = 0x200;

    /// <summary>The window as the system takes it, with every control at its place.</summary>
    /// <param name="font">Its font.</param>
    public static DialogTemplate Make(MessageFont font)
    {
        var dialog = new DialogTemplate(SettingsWindowTexts.Title, font) { Size = (330, 268) };
        AddServer(dialog);
        AddFolders(dialog);
        AddNotices(dialog);
        Put(dialog, DialogItemKind.Button, Autostart, SettingsWindowTexts.Autostart, Box | Tab | Group, (7, 229, 200, 11));
        Put(dialog, DialogItemKind.Button, OpenFile, SettingsWindowTexts.OpenFile, Tab, (7, 247, 80, 14));
        Put(dialog, DialogItemKind.Button, Accept, SettingsWindowTexts.Accept, Default | Tab, (145, 247, 56, 14));
        Put(dialog, DialogItemKind.Button, Cancel, SettingsWindowTexts.Cancel, Tab, (206, 247, 56, 14));
        Put(dialog, DialogItemKind.Button, Apply, SettingsWindowTexts.Apply, Tab, (267, 247, 56, 14));
        return dialog;
    }

    private static void AddServer(DialogTemplate dialog)
    {
        Put(dialog, DialogItemKind.Text, Label, SettingsWindowTexts.Server, Group, (7, 9, 66, 10));
        PutField(dialog, DialogItemKind.Edit, Server, LongText | Tab, (74, 7, 176, 13));
        Put(dialog, DialogItemKind.Button, Test, SettingsWindowTexts.Test, Tab, (254, 7, 69, 14));
        Put(dialog, DialogItemKind.Text, ServerState, string.Empty, NoAmpersand, (74, 23, 176, 38));
        Put(dialog, DialogItemKind.Button, TakeRight, SettingsWindowTexts.TakeRight, Tab, (254, 23, 69, 14));
        Put(dialog, DialogItemKind.Text, Label, SettingsWindowTexts.Authority, Group, (7, 66, 66, 10));
        PutField(dialog, DialogItemKind.Edit, Authority, LongText | Tab, (74, 64, 176, 13));
        Put(dialog, DialogItemKind.Button, Choose, SettingsWindowTexts.Choose, Tab, (254, 64, 69, 14));
        Put(dialog, DialogItemKind.Text, AuthorityState, SettingsWindowTexts.AuthorityHint, NoAmpersand, (74, 80, 249, 19));
    }

    private static void AddFolders(DialogTemplate dialog)
    {
        Put(dialog, DialogItemKind.Text, Label, SettingsWindowTexts.Folders, Group, (7, 102, 243, 10));
        PutField(dialog, DialogItemKind.List, Folders, Tells | AnyHeight | Sideways | UpAndDown | Tab, (7, 113, 243, 46));
        Put(dialog, DialogItemKind.Button, Add, SettingsWindowTexts.Add, Tab, (254, 113, 69, 14));
        Put(dialog, DialogItemKind.Button, Remove, SettingsWindowTexts.Remove, Tab, (254, 130, 69, 14));
        Put(dialog, DialogItemKind.Text, FoldersState, string.Empty, NoAmpersand, (7, 161, 316, 10));
    }

    private static void AddNotices(DialogTemplate dialog)
    {
        Put(dialog, DialogItemKind.Button, Notices, SettingsWindowTexts.Notices, Frame | Group, (7, 173, 316, 51));
        const uint First = Choice | Tab | Group;
        Put(dialog, DialogItemKind.Button, NoticesOfEverySave, SettingsWindowTexts.NoticesOfEverySave, First, (14, 184, 303, 11));
        Put(dialog, DialogItemKind.Button, NoticesOfChanges, SettingsWindowTexts.NoticesOfChanges, Choice, (14, 196, 303, 11));
        Put(dialog, DialogItemKind.Button, NoticesOfErrors, SettingsWindowTexts.NoticesOfErrors, Choice, (14, 208, 303, 11));
    }

    private static void Put(
        DialogTemplate dialog, DialogItemKind kind, int id, string text, uint style, (short X, short Y, short Width, short Height) place) =>
        dialog.Add(new DialogItem(kind, id, text, style, place));

    private static void PutField(
        DialogTemplate dialog, DialogItemKind kind, int id, uint style, (short X, short Y, short Width, short Height) place) =>
        dialog.Add(new DialogItem(kind, id, string.Empty, style, place) { ExtendedStyle = Sunken });
}
