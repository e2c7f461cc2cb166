using Validation.Tests.Support;

namespace Validation.Tray.Tests.Support;

/// <summary>The programs for Windows, made as they are handed out. Made once, for some minutes, unless the test command
/// has done it.</summary>
internal static class PublishedPrograms
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    /// <summary>The folder that clerks are given.</summary>
    public static string Package { get; } = Path.Combine(SourceTree.Root, "artifacts", "tray", "validation-tray");

    /// <summary>The same, as they are given it.</summary>
    public static string Archive { get; } = Package + ".zip";

    /// <summary>The tray program.</summary>
    public static string Tray { get; } = Path.Combine(Package, "validation-tray.exe");

    /// <summary>What posts messages of the shell.</summary>
    public static string ShellMessages { get; } = Path.Combine(SourceTree.Root, "artifacts", "shell-messages", "shell-messages.exe");

    /// <summary>Makes them.</summary>
    public static async Task MakeAsync()
    {
        if (Environment.GetEnvironmentVariable("TESTS_PUBLISHED_TRAY") == "1")
        {
            return;
        }

        await using var publish = ChildProcess.Start("bash", [Path.Combine(SourceTree.Root, "tests", "Tray.Tests", "publish.sh")]);
        var code = await publish.ExitAsync(Longest);
        code.ShouldBe(0, $"The programs for Windows were not made: {publish.Output}{publish.Errors}");
    }
}
