namespace Validation.PdfWords;

/// <summary>How the processes that read PDF are started and held.</summary>
public sealed record ReaderOptions
{
    /// <summary>The argument that makes the server's program a reader (<see cref="ReaderProgram"/>).</summary>
    public const string Argument = "--reader";

    /// <summary>The program to start and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Processes at a time, and so documents. Defaults to the number of processor cores.</summary>
    public int Processes { get; init; } = Environment.ProcessorCount;

    /// <summary>Processes that stay when there is nothing to read. Defaults to the number of processor cores.</summary>
    public int Idle { get; init; } = Environment.ProcessorCount;

    /// <summary>Documents that a process reads before another takes its place. Defaults to 1,000.</summary>
    public int Documents { get; init; } = 1000;

    /// <summary>Bytes of memory that the objects of a process may take. Its code and the runtime take as much again at most.
    /// Defaults to 268,435,456 (256 MiB).</summary>
    public long Memory { get; init; } = 256L * 1024 * 1024;

    /// <summary>Time of a processor that one document may take. Defaults to 20 s.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time that a process has to start. Defaults to 30 s.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called when a process was lost while it read a document, with the number of documents that it had been given. Defaults to
    /// nothing.</summary>
    public Action<int>? Lost { get; init; }

    /// <summary>The program that runs now, as a reader.</summary>
    /// <exception cref="InvalidOperationException">The system does not say which program runs.</exception>
    public static ReaderOptions OfThisProgram()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var assembly = Path.Combine(AppContext.BaseDirectory, $"{System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name}.dll");
        return new ReaderOptions { Command = isHost ? [program, assembly, Argument] : [program, Argument] };
    }
}
