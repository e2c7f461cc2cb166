using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Validation.Engine.Tests.Support;

/// <summary>Small files that would cost a careless reader its process, its memory or its evening.</summary>
internal static class HostilePdf
{
    /// <summary>The hostile files of tests/samples.</summary>
    public static IEnumerable<string> Samples =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples", "hostile"), "*.pdf").Select(Path.GetFileName)!;

    /// <summary>One of them. form-billion.pdf is never read to its end where there is no limit.</summary>
    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "hostile", name));

    /// <summary>A page that does nothing, 75,000,000 times.</summary>
    public static byte[] EndlessStates() => Written(page => page.Repeat("q Q ", 75_000_000));

    /// <summary>A page that refers to such a stream 200 times.</summary>
    public static byte[] ManyReferences() => Written(page => page.Repeat("q Q ", 75_000_000), references: 200);

    /// <summary>A page that draws a hundred million spaces.</summary>
    public static byte[] Spaces() => Written(page =>
    {
        page.Write("BT /F 12 Tf 10 10 Td ("u8);
        page.Repeat(" ", 100_000_000);
        page.Write(") Tj ET"u8);
    });

    /// <summary>Arrays in arrays, without an end.</summary>
    public static byte[] Depth() => Written(page => page.Repeat("[", 8_000_000));

    private static byte[] Written(Action<Stream> draw, int references = 1)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            draw(zlib);
        }

        var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write("%PDF-1.4\n"u8);
        Add("<</Type/Catalog/Pages 2 0 R>>");
        Add("<</Type/Pages/Count 1/Kids[4 0 R]>>");
        Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            + $"/Contents[{string.Concat(Enumerable.Repeat("5 0 R ", references))}]>>");
        Add($"<</Length {packed.Length}/Filter/FlateDecode>>\nstream\n", packed.ToArray(), "\nendstream");
        var start = file.Position;
        var table = string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"));
        Text($"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Add(string before, byte[]? content = null, string after = "")
        {
            offsets.Add(file.Position);
            Text(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{before}"));
            file.Write(content ?? []);
            Text($"{after}\nendobj\n");
        }

        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    private static void Repeat(this Stream stream, string text, int count)
    {
        const int Step = 10_000;
        var step = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(text, Step)));
        for (var done = 0; done < count; done += Step)
        {
            stream.Write(step);
        }
    }
}
