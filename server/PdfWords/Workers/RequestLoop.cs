using Validation.PdfWords.Cages;
using Validation.PdfWords.Words;

namespace Validation.PdfWords.Workers;

/// <summary>Answers one request after the other, until there are no more.</summary>
internal sealed class RequestLoop(Stream input, Stream output)
{
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
            }

            return 0;
        }
        catch (InvalidDataException)
        {
            return 1;
        }
    }
}
