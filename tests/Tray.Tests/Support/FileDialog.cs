namespace Validation.Tray.Tests.Support;

/// <summary>Wine's dialog for a file or a folder, which it puts in the left top corner of the screen, or of the window that waits for
/// it.</summary>
internal static class FileDialog
{
    /// <summary>Does what opens the dialog, writes a path into it and agrees.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="path">The path.</param>
    /// <param name="left">The left side of the window that waits, in pixels.</param>
    /// <param name="top">The upper side of that window.</param>
    public static async Task AnswerAsync(Screen screen, Func<Task> open, string path, int left = 0, int top = 0)
    {
        var buttons = new Area(left + 530, top + 480, 130, 30);
        var before = await screen.LookAsync(buttons);
        await open();
        await screen.ChangesAsync(buttons, before);
        var field = new Area(left + 262, top + 460, 390, 16);
        await screen.WriteAsync(field, path, () => screen.ClickAsync(left + 456, top + 468));
        await screen.ClickAsync(left + 565, top + 495);
    }
}
