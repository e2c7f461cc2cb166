using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>An entry of the Start menu, or another shortcut.</summary>
internal static class ShellLink
{
    private const int SetDescription = 7;
    private const int SetWorkingDirectory = 9;
    private const int SetArguments = 11;
    private const int SetPath = 20;
    private const int Save = 6;
    private const int SetValue = 6;
    private const int Commit = 7;
    private const ushort WideText = 31;

    private static readonly Guid ClassId = new("00021401-0000-0000-C000-000000000046");
    private static readonly Guid InterfaceId = new("000214F9-0000-0000-C000-000000000046");
    private static readonly Guid PropertyStore = new("886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99");
    private static readonly Guid PersistFile = new("0000010b-0000-0000-C000-000000000046");

    /// <summary>Writes an entry that starts a program.</summary>
    /// <param name="file">The entry.</param>
    /// <param name="program">The program.</param>
    /// <param name="description">What it is.</param>
    /// <param name="programId">What the system knows the program by, for notifications with buttons; where the system takes none, the entry
    /// is written without. Null: nothing.</param>
    /// <param name="arguments">What it is started with.</param>
    /// <returns>False: the system does not write it.</returns>
    public static bool TryWrite(string file, string program, string description, string? programId, string arguments = "")
    {
        using var link = ComObject.Create(ClassId, InterfaceId);
        using var persistence = link?.As(PersistFile);
        if (link is null || persistence is null
            || link.Call(SetPath, program) < 0
            || link.Call(SetArguments, arguments) < 0
            || link.Call(SetWorkingDirectory, Path.GetDirectoryName(program)!) < 0
            || link.Call(SetDescription, description) < 0)
        {
            return false;
        }

        if (programId is not null)
        {
            SetId(link, programId);
        }

        return persistence.Call(Save, file, 1) >= 0;
    }

    private static unsafe void SetId(ComObject link, string programId)
    {
        using var properties = link.As(PropertyStore);
        if (properties is null)
        {
            return;
        }

        fixed (char* text = programId)
        {
            // System.AppUserModel.ID of propkey.h, and a PROPVARIANT with a text.
            var key = new PropertyKey { Format = new Guid("9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3"), Id = 5 };
            var value = new PropertyValue { Type = WideText, Value = (nint)text };
            if (properties.Call(SetValue, (nint)(&key), (nint)(&value)) >= 0)
            {
                properties.Call(Commit);
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PropertyKey
    {
        public Guid Format;
        public uint Id;
    }

    /// <summary>The structure PROPVARIANT of propidlbase.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PropertyValue
    {
        public ushort Type;
        public ushort First;
        public ushort Second;
        public ushort Third;
        public nint Value;
        public nint More;
    }
}
