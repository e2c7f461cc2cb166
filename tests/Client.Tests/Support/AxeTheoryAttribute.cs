namespace Validation.Client.Tests.Support;

/// <summary>A test of several cases that needs axe and a web browser: skipped where one is missing, unless the test command has promised
/// them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute()
    {
        Skip = ForeignRuntime.Chromium.Skip ?? ForeignRuntime.Axe.Skip;
    }
}
