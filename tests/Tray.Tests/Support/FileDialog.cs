namespace Validation.Tray.Tests.Support;

/// <summary>Wine's dialog for a file or a folder, which it puts in the left top corner.</summary>
internal static class FileDialog
{
    private static readonly Area Buttons = new(530, 480, 130, 30);

    /// <summary>Does what opens the dialog, writes a path into it and agrees.</summary>
    public static async Task AnswerAsync(Screen screen, Func<Task> open, string path)
    {
        var before = await screen.LookAsync(Buttons);
        await open();
        await screen.ChangesAsync(Buttons, before);
        await screen.ClickAsync(456, 468);
        await screen.TypeAsync(path);
        await screen.ClickAsync(565, 495);
    }
}
