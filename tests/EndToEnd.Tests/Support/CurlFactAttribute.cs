namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs curl: skipped where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "curl"))))
        {
            Skip = "curl is missing";
        }
    }
}
