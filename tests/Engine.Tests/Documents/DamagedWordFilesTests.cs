using Validation.Engine.Documents;
using Validation.Engine.Tests.Documents.Doc;
using Validation.Engine.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents;

/// <summary>Damaged files of doc and rtf: a document or a refusal, soon, and never another exception.</summary>
[Trait("Size", "Exhaustive")]
public sealed class DamagedWordFilesTests
{
    private const int Mutations = 2000;
    private const int Step = 64;
    private const int Some = 100;

    // A file takes milliseconds; what takes as long as this hangs, however busy the machine is.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly DocumentReader Reader = new(EngineLimits.Default with { ReadTime = Longest });

    [Fact]
    public void Read_DocCutOffAnywhere_Refused()
    {
        var file = Sample("doc");
        Exhaustive.Try(Lengths(file), Some, length =>
            Reader.Read(file.AsMemory(0, length)).Reason.ShouldBe(Reason.DamagedDocument));
    }

    /// <summary>Nobody can tell a file that ends behind a paragraph from one whose writer forgot the last brace.</summary>
    [Fact]
    public void Read_RtfCutOffAnywhere_RefusedOrWholeUpToThere()
    {
        var file = Sample("rtf");
        var whole = Reader.Read(file).Document.ShouldNotBeNull().Lines();
        Exhaustive.Try(Lengths(file), Some, length =>
        {
            var result = Reader.Read(file.AsMemory(0, length));
            if (result.Document is { } document)
            {
                document.Lines().Select(line => line.Text)
                    .ShouldBe(whole.Take(document.Lines().Count).Select(line => line.Text));
            }
            else
            {
                result.Reason.ShouldBeOneOf(Reason.DamagedDocument, Reason.EmptyDocument);
            }
        });
    }

    [Theory]
    [InlineData("doc")]
    [InlineData("rtf")]
    public void Read_AnyByteFlipped_DocumentOrRefusal(string format)
    {
        var file = format == "doc" ? SmallDoc() : SmallRtf();
        Reader.Read(file).Document.ShouldNotBeNull();
        Exhaustive.Try(Enumerable.Range(0, file.Length), 10 * Some, index => Check(Flipped(file, index)), format);
    }

    [Theory]
    [InlineData("doc")]
    [InlineData("rtf")]
    public void Read_RandomDamage_DocumentOrRefusal(string format)
    {
        var file = Sample(format);
        Exhaustive.Try(Enumerable.Range(0, Mutations), Some, seed => Check(Damage(file, new Random(seed))), format);
    }

    private static void Check(byte[] file)
    {
        var result = Reader.Read(file);
        result.Reason.ShouldNotBe(Reason.TimedOut);
        (result.Document is null).ShouldBe(result.Reason != Reason.Unspecified);
    }

    private static IEnumerable<int> Lengths(byte[] file) =>
        Enumerable.Range(1, (file.Length - 2) / Step).Select(number => number * Step);

    private static byte[] Flipped(byte[] file, int index)
    {
        var flipped = (byte[])file.Clone();
        flipped[index] ^= 0xFF;
        return flipped;
    }

    // Some bytes changed, or a range moved, or doubled, or filled with one value.
    private static byte[] Damage(byte[] file, Random random)
    {
        var length = random.Next(1, 400);
        var start = random.Next(file.Length - length);
        var range = file[start..(start + length)];
        switch (random.Next(4))
        {
            case 0:
                return [.. file[..start], .. range, .. file[start..]];
            case 1:
                return [.. file[..start], .. file[(start + length)..], .. range];
            case 2:
                range.AsSpan().Fill((byte)random.Next(256));
                return [.. file[..start], .. range, .. file[(start + length)..]];
            default:
                var damaged = (byte[])file.Clone();
                for (var count = random.Next(1, 20); count > 0; count--)
                {
                    damaged[random.Next(file.Length)] = (byte)random.Next(256);
                }

                return damaged;
        }
    }

    private static byte[] SmallDoc() => new WordFileWriter { Changes = Sprm.Deleted, Data = [3, 0, .. Sprm.InTable] }
        .Add("标题\r").Add("共\u0013 PAGE \u0014").Add("3\u0015 pages\r", isOneByte: true, change: 1)
        .AddRow([0, 1000, 2000], [0x60, 0], "甲", "1").AddRow([0, 990, 2000, 3000], [0x20, 0, 0], "", "2", "3")
        .Add("末\r", Sprm.InData(0x6646, 0), Sprm.Hidden).Build();

    private static byte[] SmallRtf() =>
        @"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 T;}{\f1\fcharset134 S;}}\pard {\f1\'b1\'ea\u39064\'cc\'e2}\par{\*\x y}
        {\pict\bin3 }}}}{\listtext\pard 1.\tab}a{\v b}{\shp{\*\shpinst{\shptxt c\par}}}\par
        \trowd\clvmgf\cellx500\cellx900\pard\intbl d\cell\itap2 e\nestcell
        {\*\nesttableprops\trowd\cellx90\nestrow}\pard\intbl f\cell\row
        \trowd\clvmrg\cellx500\cellx900\pard\intbl\cell 1\cell\row\pard g\par}"u8.ToArray();

    private static byte[] Sample(string format) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "formats", $"xushui-2024.{format}"));
}
