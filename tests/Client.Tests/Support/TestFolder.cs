namespace Validation.Client.Tests.Support;

/// <summary>A temporary folder of one test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("client-tests-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), content);
        return File(name);
    }

    /// <summary>Writes a temporary file, then renames it over the target, as Word and WPS do.</summary>
    public string SaveLikeWord(string name, string content)
    {
        var temporary = Write("~WRD0001.tmp", content);
        System.IO.File.Move(temporary, File(name), overwrite: true);
        return File(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
