using Validation.Tests.Support;
using Validation.Tray.Icons;

namespace Validation.Tray.Tests.Icons;

/// <summary>The icon of the file is drawn like those of the states.</summary>
public sealed class AppIconTests
{
    private static readonly string Approved = Path.Combine(SourceTree.Root, "client", "Tray", "app.ico");

    [Fact]
    public void AppIcon_InTheTree_IsTheDrawnOne()
    {
        int[] sizes = [16, 20, 24, 32, 48, 128];
        var drawn = IconImage.ToFile([.. sizes.Select(size => StateIcon.Draw(IconState.Normal, 0, size))]);
        var received = Path.Combine(AppContext.BaseDirectory, "app.ico");
        File.WriteAllBytes(received, drawn);

        File.ReadAllBytes(Approved).SequenceEqual(drawn).ShouldBeTrue($"To take the icon as it is drawn now: cp '{received}' '{Approved}'");
    }
}
