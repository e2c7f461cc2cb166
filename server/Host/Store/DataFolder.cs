namespace Validation.Server.Store;

/// <summary>The folder that the server writes to. Nobody but the server's own account may look into what is made here.</summary>
/// <param name="path">The folder.</param>
internal sealed class DataFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The full path of the folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The folder for a server: the one configured; else the one that systemd gives; else "data" beside the program, where that
    /// can be written, and otherwise the account's own.</summary>
    public static DataFolder Choose(string configured)
    {
        if (configured.Length > 0)
        {
            return new DataFolder(System.IO.Path.GetFullPath(configured, AppContext.BaseDirectory));
        }

        if (Environment.GetEnvironmentVariable("STATE_DIRECTORY")?.Split(':')[0] is { Length: > 0 } state)
        {
            return new DataFolder(state);
        }

        var beside = new DataFolder(System.IO.Path.Combine(AppContext.BaseDirectory, "data"));
        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return own.Length == 0 || beside.IsWritable() ? beside : new DataFolder(System.IO.Path.Combine(own, "validation-server"));
    }

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string name)
    {
        return System.IO.Path.Combine(Path, name);
    }

    /// <summary>Makes the folder if it is missing, readable for this account alone.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    public void Ensure()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else if (!Directory.Exists(Path))
        {
            Directory.CreateDirectory(Path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes an empty file if it is missing, readable for this account alone.</summary>
    public void EnsureFile(string name)
    {
        if (!File.Exists(PathOf(name)))
        {
            Ensure();
            Open(PathOf(name), FileMode.OpenOrCreate).Dispose();
        }
    }

    /// <summary>Opens a file for writing. A new file is readable for this account alone.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    private bool IsWritable()
    {
        try
        {
            Ensure();
            var probe = PathOf($".{Guid.NewGuid():N}");
            Open(probe, FileMode.CreateNew).Dispose();
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
