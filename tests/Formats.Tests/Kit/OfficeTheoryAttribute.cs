namespace Validation.Formats.Tests.Kit;

/// <summary>A test that needs LibreOffice and poppler: skipped where they are missing, unless the test command has promised them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeTheoryAttribute : TheoryAttribute
{
    public OfficeTheoryAttribute()
    {
        var isPromised = Environment.GetEnvironmentVariable("TESTS_PROMISE_OFFICE") == "1";
        var isMissing = !isPromised && !OfficeSuite.IsInstalled;
        Skip = isMissing ? "LibreOffice or poppler-utils is missing; bash tests/run.sh installs what it may" : null;
    }
}
