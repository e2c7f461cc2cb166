using H.NotifyIcon.Core;
using Validation.Tray.Tests.Shell.Support;
using Validation.Tests.Support;

namespace Validation.Tray.Tests.Shell;

/// <summary>The shell has nothing that the package H.NotifyIcon lacks: then either can take the other's place.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Approved = Path.Combine(SourceTree.Root, "tests", "Tray.Tests", "Approved", "shell-surface.txt");

    [Fact]
    public void PublicSurface_OfTheShell_EqualsTheApprovedOne()
    {
        var actual = PublicSurface.Of(typeof(TrayIcon).Assembly).Order(StringComparer.Ordinal).ToList();
        var approved = File.Exists(Approved) ? File.ReadAllLines(Approved) : [];
        var received = Path.Combine(AppContext.BaseDirectory, "shell-surface.txt");
        File.WriteAllLines(received, actual);

        var approve = "Look each new line up in the sources of H.NotifyIcon; what is not there becomes internal. "
            + $"To approve the surface as it is now: cp '{received}' '{Approved}'";
        actual.Except(approved, StringComparer.Ordinal).ShouldBeEmpty($"The public surface has grown. {approve}");
        approved.Except(actual, StringComparer.Ordinal).ShouldBeEmpty($"The public surface has shrunk. {approve}");
    }
}
