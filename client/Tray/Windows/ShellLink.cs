namespace Validation.Tray.Windows;

/// <summary>An entry of the Start menu.</summary>
internal static class ShellLink
{
    private const int SetDescription = 7;
    private const int SetWorkingDirectory = 9;
    private const int SetPath = 20;
    private const int Save = 6;

    private static readonly Guid ClassId = new("00021401-0000-0000-C000-000000000046");
    private static readonly Guid InterfaceId = new("000214F9-0000-0000-C000-000000000046");
    private static readonly Guid PersistFile = new("0000010b-0000-0000-C000-000000000046");

    /// <summary>Writes an entry that starts a program.</summary>
    /// <returns>False: the system does not write it.</returns>
    public static bool TryWrite(string file, string program, string description)
    {
        using var link = ComObject.Create(ClassId, InterfaceId);
        using var persistence = link?.As(PersistFile);
        return link is not null && persistence is not null
            && link.Call(SetPath, program) >= 0
            && link.Call(SetWorkingDirectory, Path.GetDirectoryName(program)!) >= 0
            && link.Call(SetDescription, description) >= 0
            && persistence.Call(Save, file, 1) >= 0;
    }
}
