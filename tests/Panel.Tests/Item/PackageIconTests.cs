using System.Globalization;
using Validation.Panel.Tests.Support;
using Validation.Tests.Support;
using Validation.Tray.Icons;

namespace Validation.Panel.Tests.Item;

/// <summary>The icons of the package are drawn like those of the states.</summary>
public sealed class PackageIconTests
{
    private static readonly string Icons = Path.Combine(SourceTree.Root, "client", "Panel", "package", "icons");

    [DesktopFact]
    public async Task Icons_OfThePackage_AreTheDrawnOnes()
    {
        var files = Directory.GetFiles(Icons, "*.png");
        files.Length.ShouldBe(5);
        foreach (var file in files)
        {
            var size = int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture);
            var pixels = Path.GetTempFileName();
            try
            {
                var convert = await ChildProcess.RunAsync("convert", file, "-depth", "8", $"bgra:{pixels}");
                convert.ExitCode.ShouldBe(0, convert.Errors);

                var drawn = StateIcon.Draw(IconState.Normal, 0, size).ToBytes();
                var kept = await File.ReadAllBytesAsync(pixels);
                // What is transparent has no colour.
                var differing = Enumerable.Range(0, drawn.Length).Where(at => drawn[at | 3] != 0 && drawn[at] != kept[at]);
                differing.ShouldBeEmpty(file);
            }
            finally
            {
                File.Delete(pixels);
            }
        }
    }
}
