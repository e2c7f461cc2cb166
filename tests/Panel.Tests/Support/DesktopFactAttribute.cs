using Validation.Tests.Support;

namespace Validation.Panel.Tests.Support;

/// <summary>A test that runs the program on a desktop: skipped where that is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DesktopFactAttribute : FactAttribute
{
    public DesktopFactAttribute()
    {
        Skip = ForeignRuntime.Desktop.Skip;
    }
}
