using Validation.PdfWords.Cages;
using Validation.PdfWords.Words;

namespace Validation.PdfWords.Workers;

/// <summary>Answers requests one after the other until the input ends.</summary>
internal sealed class RequestLoop(Stream input, Stream output)
{
    private const long UsualBytes = 64 * 1024 * 1024;

    private readonly PdfPageReader _reader = new();

    /// <summary>Runs until the input ends.</summary>
    /// <returns>The exit code: not 0 if the input makes no sense.</returns>
    public int Run()
    {
        try
        {
            while (Request.Read(input) is { } request)
            {
                Receipt.Write(output, request.Number);
                Cage.AllowProcessorTime(request.ProcessorTime);
                var reading = _reader.Read(request.Content, request.Limits, CancellationToken.None);
                Reply.Write(output, request.Number, reading);
                GiveMemoryBack();
            }

            return 0;
        }
        catch (InvalidDataException)
        {
            return 1;
        }
    }

    // After an unusually large document the memory is given back; after usual ones it is kept.
    private static void GiveMemoryBack()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > UsualBytes)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
