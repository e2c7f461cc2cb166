using System.ComponentModel;
using Validation.Tray.Icons;

namespace Validation.Tray.Windows;

/// <summary>A picture that Windows can show, until it is disposed of.</summary>
internal sealed class LoadedIcon : IDisposable
{
    private const uint Version = 0x30000;
    private const int SmallIconWidth = 49;

    /// <summary>Hands a picture to the system.</summary>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public LoadedIcon(Picture picture)
    {
        var image = IconImage.ToResource(picture);
        Handle = User32.CreateIconFromResourceEx(image, image.Length, icon: true, Version, picture.Size, picture.Size, 0);
        if (Handle == 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>The handle of the icon in the system.</summary>
    public nint Handle { get; }

    /// <summary>The side of a small icon at the scale of the display that a window is on.</summary>
    public static int SmallSize(nint window)
    {
        var dpi = User32.GetDpiForWindow(window);
        return Math.Clamp(User32.GetSystemMetricsForDpi(SmallIconWidth, dpi == 0 ? 96 : dpi), 16, 128);
    }

    /// <summary>Destroys the icon, which gives its memory back to the system.</summary>
    public void Dispose() => User32.DestroyIcon(Handle);
}
