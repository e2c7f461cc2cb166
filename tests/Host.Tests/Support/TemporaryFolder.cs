namespace Validation.Server.Tests.Support;

/// <summary>A folder that is gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");

    public string Path => _folder.FullName;

    public string PathOf(string name)
    {
        return System.IO.Path.Combine(Path, name);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
