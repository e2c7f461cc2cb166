using System.Runtime.InteropServices;

namespace Validation.ShellMessages;

/// <summary>The top-level windows of this desktop.</summary>
internal static unsafe class Windows
{
    private const int LongestName = 256;
    private const uint Delete = 2;

    private static readonly List<nint> All = [];

    /// <summary>Posts a message to those whose class begins with a name.</summary>
    /// <returns>How many there are.</returns>
    public static int Post(string classPrefix, uint message, nint word, nint value) =>
        Find(classPrefix).Count(window => Native.PostMessageW(window, message, word, value));

    /// <summary>Takes away the icon of those whose class begins with a name, without telling them.</summary>
    /// <returns>How many there are.</returns>
    public static int TakeIcon(string classPrefix) => Find(classPrefix).Count(TakeIcon);

    private static bool TakeIcon(nint window)
    {
        var icon = new Native.IconOfWindow { Size = (uint)sizeof(Native.IconOfWindow), Window = window };
        return Native.Shell_NotifyIconW(Delete, ref icon);
    }

    private static List<nint> Find(string classPrefix)
    {
        All.Clear();
        Native.EnumWindows(&Collect, 0);
        return [.. All.Where(window => ClassOf(window).StartsWith(classPrefix, StringComparison.Ordinal))];
    }

    [UnmanagedCallersOnly]
    private static int Collect(nint window, nint value)
    {
        All.Add(window);
        return 1;
    }

    private static string ClassOf(nint window)
    {
        var name = stackalloc char[LongestName];
        return new string(name, 0, Native.GetClassNameW(window, name, LongestName));
    }
}
