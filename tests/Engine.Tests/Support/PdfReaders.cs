using Validation.PdfWords;
using Validation.Tests.Support;

namespace Validation.Engine.Tests.Support;

/// <summary>The processes that read PDF for the tests: those of the server's program as it was built. They end with the tests.</summary>
internal static class PdfReaders
{
    /// <summary>How the program is started.</summary>
    public static ReaderOptions Options { get; } = new()
    {
        Command = ["dotnet", BuiltProgram.PathOf("server/Host", "validation-server.dll"), ReaderOptions.Argument],
        StartTime = Waiting.Longest,
    };

    /// <summary>The pool that all tests share which do not look at the pool itself.</summary>
    public static ReaderPool Pool { get; } = new(Options);

    /// <summary>An engine that reads PDF, however long a process takes to start on a busy machine.</summary>
    public static ReportValidator Validator() => new(Patient, Pool);

    /// <summary>The limits, but for that of time.</summary>
    public static EngineLimits Patient { get; } = EngineLimits.Default with { ReadTime = Waiting.Longest };
}
