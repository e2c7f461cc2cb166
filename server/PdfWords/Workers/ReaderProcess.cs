using System.Diagnostics;
using Validation.Engine;
using Validation.Engine.Documents.Pdf;
using Validation.PdfWords.Cages;

namespace Validation.PdfWords.Workers;

/// <summary>A process that reads documents. Used by one thread at a time, but for <see cref="Kill"/>.</summary>
internal sealed class ReaderProcess : IDisposable
{
    private readonly Process _process;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly IDisposable? _cage;
    private uint _number;

    private ReaderProcess(Process process, IDisposable? cage)
    {
        _process = process;
        _cage = cage;
        _input = process.StandardInput.BaseStream;
        _output = process.StandardOutput.BaseStream;

        // A runtime that fails prints at length. The output is read and dropped, so that the process does not wait for a reader of it.
        _ = DrainAsync(process.StandardError.BaseStream);
    }

    /// <summary>The number of documents that the process was given.</summary>
    public int Documents => (int)_number;

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>True: the process has ended, however that came.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a process. It may be given documents only after <see cref="IsLockedIn"/> was true.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started or locked in.</exception>
    public static ReaderProcess Start(ReaderOptions options)
    {
        var process = Process.Start(ReaderCommand.Of(options))!;
        try
        {
            return new ReaderProcess(process, Cage.Around(process, 2 * options.Memory));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the greeting of the process.</summary>
    /// <returns>Whether it is, as this system requires. False also if it ends before.</returns>
    public bool IsLockedIn()
    {
        try
        {
            Greeting.Invite(_input);
            return Cage.Required is { } required && (Greeting.Read(_output) & required) == required;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Has the process read a document.</summary>
    /// <param name="content">The document.</param>
    /// <param name="limits">How much of it.</param>
    /// <param name="processorTime">The time of a processor that this may take.</param>
    /// <param name="isReceived">Whether it had the document whole before it ended: then the document may be why it did.</param>
    /// <returns>The answer. Null: it has ended, or what it says makes no sense. It is not to be used again then.</returns>
    public PageReading? Read(ReadOnlyMemory<byte> content, EngineLimits limits, TimeSpan processorTime, out bool isReceived)
    {
        isReceived = false;
        try
        {
            var request = new Request(++_number, limits, processorTime, content);
            request.Write(_input);
            isReceived = Receipt.Read(_output, request.Number);
            return isReceived ? Reply.Read(_output, request.Number, limits) : null;
        }
        catch (InvalidDataException)
        {
            isReceived = true;
            return null;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Ends the process at once. Whoever waits for its answer gets none.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // The process has ended already.
        }
    }

    public void Dispose()
    {
        Kill();
        _cage?.Dispose();
        _input.Dispose();
        _output.Dispose();
        _process.Dispose();
    }

    private static async Task DrainAsync(Stream errors)
    {
        await using (errors)
        {
            await errors.CopyToAsync(Stream.Null);
        }
    }
}
