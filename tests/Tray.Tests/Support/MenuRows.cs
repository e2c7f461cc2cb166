namespace Validation.Tray.Tests.Support;

/// <summary>Where Wine draws the icon and the rows of its menu, which opens above the taskbar at the right edge.</summary>
internal static class MenuRows
{
    public const int IconX = 1013;
    public const int IconY = 757;

    /// <summary>A column that is in every row.</summary>
    public const int X = 990;

    public const int Recent = 565;
    public const int AllDrafts = 582;
    public const int CheckNow = 599;
    public const int Folders = 625;
    public const int Pause = 642;
    public const int Server = 659;
    public const int Settings = 676;
    public const int Autostart = 693;
    public const int About = 719;
    public const int Quit = 736;

    /// <summary>A place that the menu covers, and neither the notification nor the text below the pointer.</summary>
    public static Area Place { get; } = new(960, 550, 60, 60);

    /// <summary>A part of a row.</summary>
    public static Area RowAt(int row) => new(940, row - 6, 80, 12);

    /// <summary>Where the first draft of the list appears, beside <see cref="Recent"/>.</summary>
    public static Area FirstDraft { get; } = new(760, 555, 80, 20);

    /// <summary>How far two rows that follow each other are apart.</summary>
    public const int RowHeight = 17;

    /// <summary>Where the rows for one draft appear, above the menu.</summary>
    public static Area DraftRows { get; } = new(860, 555, 60, 40);

    /// <summary>Where the only row of the list of folders appears, beside <see cref="Folders"/>.</summary>
    public static Area AddFolder { get; } = new(830, 617, 60, 16);
}
