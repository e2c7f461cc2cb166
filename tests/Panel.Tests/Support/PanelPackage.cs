using Validation.Tests.Support;

namespace Validation.Panel.Tests.Support;

/// <summary>The package as it is handed out, and its installation: that of the machine, or, for those who are not root, one in a folder of
/// its own.</summary>
internal sealed class PanelPackage : IDisposable
{
    private const string Name = "validation-panel";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);

    private readonly DirectoryInfo? _folder;

    private PanelPackage(string file, DirectoryInfo? folder)
    {
        (File, _folder) = (file, folder);
    }

    /// <summary>The package.</summary>
    public string File { get; }

    /// <summary>What it is installed below, such as "/".</summary>
    public string Root => _folder?.FullName ?? "/";

    /// <summary>Makes the package, unless the test command has done it.</summary>
    public static async Task<PanelPackage> MakeAsync()
    {
        var artifacts = Path.Combine(SourceTree.Root, "artifacts", "panel");
        if (Environment.GetEnvironmentVariable("TESTS_PACKAGED_PANEL") != "1")
        {
            var script = Path.Combine(SourceTree.Root, "client", "Panel", "package.sh");
            var quickly = new Dictionary<string, string>(StringComparer.Ordinal) { ["XZ_LEVEL"] = "0" };
            await using var run = ChildProcess.Start("bash", [script], quickly);
            (await run.ExitAsync(Longest)).ShouldBe(0, $"The package was not made: {run.Output}{run.Errors}");
        }

        var file = Directory.GetFiles(artifacts, $"{Name}_*_amd64.deb").Single();
        return new PanelPackage(file, Environment.IsPrivilegedProcess ? null : Directory.CreateTempSubdirectory("validation-root-"));
    }

    /// <summary>The path of an installed file.</summary>
    /// <param name="path">The path in the package, such as "usr/bin/validate".</param>
    public string In(string path) => Path.Combine(Root, path);

    /// <summary>Installs it.</summary>
    public async Task InstallAsync()
    {
        if (_folder is not null)
        {
            // What dpkg notes there; what is needed of the machine is not noted, but there.
            var notes = Directory.CreateDirectory(Path.Combine(Root, "var", "lib", "dpkg", "updates")).Parent!;
            Directory.CreateDirectory(Path.Combine(notes.FullName, "info"));
            await System.IO.File.AppendAllTextAsync(Path.Combine(notes.FullName, "status"), "");
        }

        await DpkgAsync(_folder is null ? ["--install", File] : ["--force-depends", "--install", File]);
    }

    /// <summary>Removes it; its configuration files stay.</summary>
    public Task RemoveAsync() => DpkgAsync("--remove", Name);

    /// <summary>Removes it with its configuration files.</summary>
    public Task PurgeAsync() => DpkgAsync("--purge", Name);

    public void Dispose() => _folder?.Delete(recursive: true);

    private async Task DpkgAsync(params IEnumerable<string> arguments)
    {
        IEnumerable<string> elsewhere = _folder is null ? [] : ["--force-not-root", $"--root={Root}", "--log=/dev/null"];
        IReadOnlyList<string> all = [.. elsewhere, .. arguments];
        var run = await ChildProcess.RunAsync("dpkg", [.. all]);
        // Another installation may be under way.
        for (var attempt = 1; run.ExitCode != 0 && run.Errors.Contains("lock", StringComparison.Ordinal) && attempt < 30; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            run = await ChildProcess.RunAsync("dpkg", [.. all]);
        }

        run.ExitCode.ShouldBe(0, $"dpkg {string.Join(' ', all)}: {run.Output}{run.Errors}");
    }
}
