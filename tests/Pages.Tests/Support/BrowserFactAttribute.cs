using Validation.Tests.Support;

namespace Validation.Pages.Tests.Support;

/// <summary>A test that needs a web browser: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = ForeignRuntime.Chromium.Skip;
    }
}

/// <summary>Such a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        Skip = ForeignRuntime.Chromium.Skip;
    }
}

/// <summary>Such a test with several cases, which also looks at pages with axe.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute()
    {
        Skip = ForeignRuntime.Chromium.Skip ?? ForeignRuntime.Axe.Skip;
    }
}
