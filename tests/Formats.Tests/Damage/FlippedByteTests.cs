using System.Collections.Concurrent;
using Validation.Engine;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.Tests.Support;

namespace Validation.Formats.Tests.Damage;

/// <summary>Every byte of a file flipped in turn: no exception but a refusal, and never a report accepted that lost a cell.</summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Exhaustive")]
public sealed class FlippedByteTests(ConvertedReports reports)
{
    private const string Report = "xushui-2024";
    private const int Some = 300;

    [OfficeTheory]
    [InlineData("docx")]
    [InlineData("doc")]
    public void Validate_AnyByteFlipped_NothingIsLostSilently(string format)
    {
        var file = reports.Read(Report, format);
        var validator = new ReportValidator();
        var judge = new Judge(validator.Validate(file, TestRules.National));
        var faults = new ConcurrentBag<string>();

        Parallel.ForEach(Exhaustive.Pick(Enumerable.Range(0, file.Length), Some, format), index =>
        {
            var reply = validator.Validate(Mutations.Flip(file, index), TestRules.National);
            if (judge.Fault(reply, hasChecksums: format == "docx") is { } fault)
            {
                faults.Add($"byte {index}: {fault}");
            }
        });

        faults.ShouldBeEmpty(Exhaustive.Again);
    }
}
