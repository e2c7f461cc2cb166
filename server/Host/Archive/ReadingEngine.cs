using Validation.Engine;

namespace Validation.Server.Archive;

/// <summary>The engine that reads reports on file.</summary>
/// <param name="Version">Its version, such as "0.2.0".</param>
internal sealed record ReadingEngine(string Version)
{
    /// <summary>The engine of this program.</summary>
    public static ReadingEngine OfThisProgram { get; } = new(ReportValidator.Version);
}
