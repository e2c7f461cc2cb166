using Validation.Tests.Support;

namespace Validation.Tray.Tests.Support;

/// <summary>A test that runs the program under Wine: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WineFactAttribute : FactAttribute
{
    public WineFactAttribute()
    {
        Skip = ForeignRuntime.Wine.Skip;
    }
}
