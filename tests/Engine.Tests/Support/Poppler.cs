using Validation.Tests.Support;

namespace Validation.Engine.Tests.Support;

/// <summary>Tests that need pdftotext: skipped where it is missing, unless the test command has promised it.</summary>
internal static class Poppler
{
    private static readonly Lazy<string?> Reason = new(() =>
        Environment.GetEnvironmentVariable("TESTS_PROMISE_POPPLER") == "1" || ForeignRuntime.Works("pdftotext", "-v")
            ? null : "pdftotext (poppler-utils) is missing; bash tests/run.sh installs what it may");

    /// <summary>Why they are skipped. Null: they are not.</summary>
    public static string? Skip => Reason.Value;
}

/// <summary>A test that needs pdftotext.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Poppler.Skip;
}

/// <summary>Tests that need pdftotext.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Poppler.Skip;
}
