using System.Globalization;
using System.Runtime.InteropServices;
using Validation.Engine;
using Validation.PdfWords.Cages;
using Validation.PdfWords.Words;
using Validation.PdfWords.Workers;

namespace Validation.PdfWords;

/// <summary>
/// The main program of a reader: locks itself in, says so, and answers requests on its standard input until that ends. It is never to be
/// started by hand.
/// </summary>
public static class ReaderProgram
{
    /// <summary>Whether a command line starts a reader instead of the server.</summary>
    public static bool IsAsked(string[] args) => args is [ReaderOptions.Argument, ..];

    /// <summary>Runs the reader until the server ends or asks for no more.</summary>
    /// <param name="args">The command line: <see cref="ReaderOptions.Argument"/> and the number of the server's process.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        // The process is bound before it sees the first byte of a document.
        var server = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var number) ? number : 0;
        var bars = Cage.Close(server);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // The signals that a terminal or a service manager sends to all processes are the server's to answer.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        try
        {
            if (!Greeting.Await(input))
            {
                return 0;
            }

            Greeting.Write(output, bars | Cage.Look());
            WarmUp();
            return new RequestLoop(input, output).Run();
        }
        catch (IOException)
        {
            // The server is gone.
            return 0;
        }
    }

    private static void WarmUp()
    {
        using var resource = typeof(ReaderProgram).Assembly.GetManifestResourceStream("warm-up.pdf")!;
        using var sample = new MemoryStream();
        resource.CopyTo(sample);
        new PdfPageReader().Read(sample.ToArray(), EngineLimits.Default, CancellationToken.None);
    }
}
