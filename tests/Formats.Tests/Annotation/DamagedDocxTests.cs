using System.Collections.Concurrent;
using Validation.Engine;
using Validation.Engine.Annotation;
using Validation.Engine.Tests.Annotation;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Damage;
using Validation.Tests.Support;

namespace Validation.Formats.Tests.Annotation;

/// <summary>What the reader takes, however damaged, gets comments that change nothing else, or is refused in words.</summary>
[Trait("Size", "Exhaustive")]
public sealed class DamagedDocxTests
{
    private const int Files = 3000;
    private const int Some = 200;

    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "samples", "formats", "xushui-2024.docx");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Annotate_DamagedFile_GivesTheSameReportOrAReason(bool beforeItWasPacked)
    {
        var file = File.ReadAllBytes(Path);
        var parts = DamagedPartsTests.Unpacked(file);
        var main = Array.FindIndex(parts, part => part.Name == "word/document.xml");
        var (validator, annotator) = (new ReportValidator(), new DocumentAnnotator());
        var faults = new ConcurrentBag<string>();
        var copies = 0;

        Parallel.ForEach(Exhaustive.Pick(Enumerable.Range(0, Files), Some, beforeItWasPacked), seed =>
        {
            var index = seed % 3 == 0 ? seed % parts.Length : main;
            var damaged = beforeItWasPacked ? Damaged(parts, index, seed) : Mutations.Random(file, seed);
            var reply = validator.Validate(damaged, TestRules.National);
            var copy = annotator.Annotate(damaged, reply, AnnotatedFile.Date);
            if ((copy.Obstacle == CopyObstacle.Unread) != (reply.Report is null) || copy.Obstacle == CopyObstacle.OtherFormat)
            {
                faults.Add($"seed {seed}: {copy.Obstacle}");
            }
            else if (copy.Obstacle == CopyObstacle.None)
            {
                Interlocked.Increment(ref copies);
                var again = validator.Validate(copy.Content, TestRules.National);
                if (!again.Findings.Equals(reply.Findings) || !again.Report.Equals(reply.Report))
                {
                    faults.Add($"seed {seed}: the copy is read otherwise");
                }
            }
        });

        faults.ShouldBeEmpty(Exhaustive.Again);

        // The checksums of a package betray nearly all damage: among some files there may be none that is read.
        copies.ShouldBeGreaterThan(beforeItWasPacked ? 0 : -1);
    }

    private static byte[] Damaged((string Name, byte[] Content)[] parts, int index, int seed)
    {
        var damaged = parts.ToArray();
        damaged[index].Content = Mutations.Random(parts[index].Content, seed);
        return DamagedPartsTests.Packed(damaged);
    }
}
