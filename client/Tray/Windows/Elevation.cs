using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>The rights that this program runs with.</summary>
internal static partial class Elevation
{
    private const nint CurrentProcess = -4;
    private const int ElevationType = 18;
    private const int Full = 2;

    /// <summary>Whether a user who has two sets of rights started it with the larger one: what this program starts would have it
    /// too.</summary>
    public static bool IsElevatedByUser =>
        GetTokenInformation(CurrentProcess, ElevationType, out var type, sizeof(int), out _) && type == Full;

    [LibraryImport("advapi32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetTokenInformation(nint token, int information, out int value, int length, out int needed);
}
