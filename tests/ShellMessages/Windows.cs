using System.Runtime.InteropServices;

namespace Validation.ShellMessages;

/// <summary>The top-level windows of this desktop.</summary>
internal static unsafe class Windows
{
    private const int LongestName = 256;

    private static readonly List<nint> All = [];

    /// <summary>Posts a message to those whose class begins with a name.</summary>
    /// <returns>How many there are.</returns>
    public static int Post(string classPrefix, uint message, nint word, nint value)
    {
        All.Clear();
        Native.EnumWindows(&Collect, 0);
        return All.Where(window => ClassOf(window).StartsWith(classPrefix, StringComparison.Ordinal))
            .Count(window => Native.PostMessageW(window, message, word, value));
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
