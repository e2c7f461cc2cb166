using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs a web browser: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = ForeignRuntime.Chromium.Skip;
    }
}
