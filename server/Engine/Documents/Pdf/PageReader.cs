using System.ComponentModel;
using System.Diagnostics;
using Validation.V1;

namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Runs pdftotext (poppler-utils) as a child process. The file goes in and the words come out through pipes: nothing is ever written to a
/// disk. The child cannot outlive the call.
/// </summary>
internal static class PageReader
{
    private const string Program = "pdftotext";
    private const int ChunkBytes = 64 * 1024;

    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    /// <summary>Reads the words of a file, in the order in which its pages draw them.</summary>
    /// <param name="content">The file.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <exception cref="UnreadableException">The program is missing, cannot read the file or goes beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PageParser Read(ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        using var process = Start(limits);
        using var kill = cancellationToken.Register(static child => End((Process)child!), process);
        var errors = Task.Factory.StartNew(
            static child => PageErrors.Read(((Process)child!).StandardError.BaseStream), process, CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var parser = new PageParser(limits);
        try
        {
            Send(content, process);
            PageStreams.Check(content, cancellationToken);
            Receive(parser, process, limits);
        }
        finally
        {
            End(process);
            errors.Wait(CancellationToken.None);
        }

        cancellationToken.ThrowIfCancellationRequested();
        errors.Result.Judge(process.ExitCode);
        parser.Finish();
        return parser;
    }

    private static Process Start(EngineLimits limits)
    {
        // Pages are drawn in the order of the file; -raw leaves the search for columns out, which would only guess at those of the tables.
        // What lies outside the crop box is not shown (ISO 32000-1, 14.11.2).
        var start = new ProcessStartInfo(Program, ["-raw", "-bbox", "-cropbox", "-enc", "UTF-8"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (limits.Pages < int.MaxValue)
        {
            start.ArgumentList.Add("-l");
            start.ArgumentList.Add($"{limits.Pages + 1}");
        }

        start.ArgumentList.Add("-");
        start.ArgumentList.Add("-");
        start.Environment["LC_ALL"] = "C";
        try
        {
            var process = Process.Start(start)!;
            ChildMemory.Limit(process, limits.PageReaderMemory);
            return process;
        }
        catch (Win32Exception)
        {
            throw new UnreadableException(Reason.ReaderUnavailable);
        }
    }

    // The program takes the whole file in before it prints anything.
    private static void Send(ReadOnlyMemory<byte> content, Process process)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(content.Span);
        }
        catch (IOException)
        {
            // It ended early: its exit code says why.
        }
    }

    private static void Receive(PageParser parser, Process process, EngineLimits limits)
    {
        var output = process.StandardOutput.BaseStream;
        var chunk = new byte[ChunkBytes];
        long total = 0;
        for (int read; (read = output.Read(chunk)) > 0;)
        {
            total += read;
            if (total > limits.PageTextBytes)
            {
                throw UnreadableException.TooLarge();
            }

            parser.Add(chunk.AsSpan(0, read));
        }

        process.WaitForExit(EndTime);
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit(EndTime);
            }
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has ended in the meantime.
        }
    }
}
