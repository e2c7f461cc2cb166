using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs javac: skipped where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JavaCompilerFactAttribute : FactAttribute
{
    public JavaCompilerFactAttribute()
    {
        if (!ForeignRuntime.Works("javac", "-version"))
        {
            Skip = "javac is missing";
        }
    }
}
