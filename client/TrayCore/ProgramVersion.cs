using System.Reflection;

namespace Validation.Tray;

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>The version, such as "1.2.0".</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
