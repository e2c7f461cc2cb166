namespace Validation.Tray.Windows;

/// <summary>A box with a text and a button.</summary>
internal static class MessageBox
{
    private const uint SetForeground = 0x10000;
    private const uint Information = 0x40;
    private const uint Exclamation = 0x30;

    /// <summary>Says something, and waits until it is read.</summary>
    public static void Tell(string text) => User32.MessageBoxW(0, text, TrayTexts.Product, Information | SetForeground);

    /// <summary>Says what is wrong, and waits until it is read.</summary>
    /// <param name="text">What is wrong.</param>
    /// <param name="owner">The window that it belongs to, which waits too; 0: none.</param>
    public static void Warn(string text, nint owner = 0) => User32.MessageBoxW(owner, text, TrayTexts.Product, Exclamation | SetForeground);
}
