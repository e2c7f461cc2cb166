namespace Validation.Server.Store;

/// <summary>The steps by which a file is replaced safely, one by one, so that tests can let each of them fail.</summary>
internal interface IDisk
{
    /// <summary>The bytes of a file. Null: there is no such file.</summary>
    byte[]? Read(string name);

    /// <summary>Writes a new file, down to the disk.</summary>
    void Write(string name, ReadOnlySpan<byte> content);

    /// <summary>Gives a file another name, whatever had that name before. A file that is not there is left alone.</summary>
    void Rename(string from, string to);
}

/// <summary>Files in the server's data folder.</summary>
internal sealed class Disk(DataFolder folder) : IDisk
{
    public byte[]? Read(string name)
    {
        var path = folder.PathOf(name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    public void Write(string name, ReadOnlySpan<byte> content)
    {
        folder.Ensure();
        using var file = DataFolder.Open(folder.PathOf(name), FileMode.Create);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    public void Rename(string from, string to)
    {
        try
        {
            File.Move(folder.PathOf(from), folder.PathOf(to), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another server of this folder has renamed the file already, or there was none.
        }
    }
}
