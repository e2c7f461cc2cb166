using System.Collections.Concurrent;
using System.IO.Compression;
using Validation.Engine;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.Tests.Support;

namespace Validation.Formats.Tests.Damage;

/// <summary>
/// OFD files whose XML was damaged before it was packed, so that no checksum reveals it: no exception but a refusal, and never a report
/// accepted that lost a cell.
/// </summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Exhaustive")]
public sealed class DamagedPartsTests(ConvertedReports reports)
{
    private const string Report = "xushui-2024";
    private const int Files = 2000;
    private const int Some = 200;

    [OfficeTheory]
    [InlineData("ofd")]
    public void Validate_PartDamagedBeforeItWasPacked_NothingIsLostSilently(string format)
    {
        var parts = Unpacked(reports.Read(Report, format));
        var validator = new ReportValidator();
        var judge = new Judge(validator.Validate(Packed(parts), TestRules.National));
        var faults = new ConcurrentBag<string>();

        Parallel.ForEach(Exhaustive.Pick(Enumerable.Range(0, Files), Some), seed =>
        {
            var damaged = parts.ToArray();
            ref var part = ref damaged[seed % damaged.Length];
            part = (part.Name, seed % 2 == 0 ? Mutations.Random(part.Content, seed) : Mutations.Digit(part.Content, seed));
            if (judge.Fault(validator.Validate(Packed(damaged), TestRules.National), hasChecksums: false) is { } fault)
            {
                faults.Add($"seed {seed}, {part.Name}: {fault}");
            }
        });

        faults.ShouldBeEmpty(Exhaustive.Again);
    }

    /// <summary>The parts of a package.</summary>
    internal static (string Name, byte[] Content)[] Unpacked(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    /// <summary>A package of parts.</summary>
    internal static byte[] Packed(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }
}
