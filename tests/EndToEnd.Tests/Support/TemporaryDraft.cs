namespace Validation.EndToEnd.Tests.Support;

/// <summary>A file that a test wrote; gone with it.</summary>
internal sealed class TemporaryDraft : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");

    public TemporaryDraft(string name, string text)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
