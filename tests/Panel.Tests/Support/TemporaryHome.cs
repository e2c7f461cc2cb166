namespace Validation.Panel.Tests.Support;

/// <summary>The folders of a user; gone with the test.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-user-");

    public TemporaryHome(IReadOnlyDictionary<string, string> environment)
    {
        Environment = new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["HOME"] = _folder.FullName, ["XDG_CONFIG_HOME"] = In("config"), ["XDG_STATE_HOME"] = In("state"),
        };
    }

    public Dictionary<string, string> Environment { get; }

    public string SettingsFile => In("config/validate/settings.conf");

    public void WriteSettings(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SettingsFile)!);
        File.WriteAllText(SettingsFile, text);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string path) => Path.Combine(_folder.FullName, path);
}
