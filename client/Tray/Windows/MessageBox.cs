namespace Validation.Tray.Windows;

/// <summary>A box with a text and a button.</summary>
internal static class MessageBox
{
    private const uint SetForeground = 0x10000;
    private const uint Information = 0x40;
    private const uint Exclamation = 0x30;

    /// <summary>Says something, and waits until it is read.</summary>
    public static void Tell(string text) => User32.MessageBoxW(0, text, Texts.Product, Information | SetForeground);

    /// <summary>Says what is wrong, and waits until it is read.</summary>
    public static void Warn(string text) => User32.MessageBoxW(0, text, Texts.Product, Exclamation | SetForeground);
}
