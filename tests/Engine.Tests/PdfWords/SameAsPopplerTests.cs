using Validation.Engine.Documents.Printing;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.PdfWords;

/// <summary>Two readers that know nothing of one another find the same words at the same places.</summary>
public sealed class SameAsPopplerTests
{
    private const double Tolerance = 0.01;

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.pdf", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)).Where(file => !file.StartsWith("hostile", StringComparison.Ordinal))];

    public static TheoryData<int, string?> Sketches
    {
        get
        {
            var sketches = new TheoryData<int, string?>();
            foreach (var rotation in new[] { 0, 90, 180, 270 })
            {
                sketches.Add(rotation, null);
            }

            sketches.Add(0, "UniGB-UCS2-H");
            sketches.Add(0, "UniGB-UTF16-H");
            sketches.Add(0, "GBK2K-H");
            return sketches;
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    [PopplerTheory]
    [MemberData(nameof(Files))]
    public void Read_Sample_SameWordsAtTheSamePlaces(string file) => Compare(File.ReadAllBytes(Path.Combine(Folder, file)));

    [PopplerTheory]
    [MemberData(nameof(Sketches))]
    public void Read_Sketch_SameWordsAtTheSamePlaces(int rotation, string? encoding)
    {
        var pdf = new PdfSketch { Rotation = rotation, Encoding = encoding, Crop = (40, 100, 560, 800) }.AddPage();
        pdf.Write(60, 100, "本机关主动公开政府信息", 12).Write(60, 130, "收到申请", 9).Write(100, 131, "其他", 14)
            .Write(20, 160, "左边裁去一半的文字", 12).Write(500, 160, "右边裁去一半的文字", 12).Write(60, 790, "裁去", 12)
            .Write(200, 300, "水印", 60, isDiagonal: true);

        Compare(pdf.ToArray());
    }

    private static void Compare(byte[] file)
    {
        var theirs = Poppler.WordsOf(file);

        var ours = PdfReaders.Pool.Read(file, EngineLimits.Default, CancellationToken.None).Pages;

        theirs.SelectMany(page => page).ShouldNotBeEmpty();
        ours.Select(page => page.Select(word => word.Text)).ShouldBe(theirs.Select(page => page.Select(word => word.Text)));
        ours.SelectMany(page => page).Zip(theirs.SelectMany(page => page), Distance).ShouldAllBe(distance => distance <= Tolerance);
    }

    private static double Distance(PageWord ours, PageWord theirs) =>
        new[]
        {
            ours.Box.X - theirs.Box.X, ours.Box.Y - theirs.Box.Y, ours.Box.Right - theirs.Box.Right, ours.Box.Bottom - theirs.Box.Bottom,
        }.Max(Math.Abs);
}
