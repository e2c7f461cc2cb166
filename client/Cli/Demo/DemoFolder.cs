namespace Validation.Cli.Demo;

/// <summary>A fresh temporary folder: drafts in a folder of their own, the server's log beside it. Gone when it is disposed.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("nianbao-demo-");

    public DemoFolder()
    {
        Drafts = _root.CreateSubdirectory(DemoTexts.DemoDraftFolder).FullName;
    }

    /// <summary>The folder that is watched.</summary>
    public string Drafts { get; }

    /// <summary>Where the server's output goes.</summary>
    public string ServerLog => Path.Combine(_root.FullName, "server.log");

    /// <summary>Where the server keeps its data.</summary>
    public string ServerData => Path.Combine(_root.FullName, "data");

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file that somebody still looks at keeps the folder alive; the system clears its temporary folder.
        }
    }
}
