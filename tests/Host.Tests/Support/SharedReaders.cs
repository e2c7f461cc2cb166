using Validation.PdfWords;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Support;

/// <summary>The processes that read PDF for all servers of the tests. The program that runs the tests is no reader itself.</summary>
internal static class SharedReaders
{
    /// <summary>Theirs. No server disposes of it.</summary>
    public static ReaderPool Pool { get; } = new(new ReaderOptions
    {
        Command = ["dotnet", BuiltProgram.PathOf("server/Host", "validation-server.dll"), ReaderOptions.Argument],
        StartTime = Waiting.Longest,
    });
}
