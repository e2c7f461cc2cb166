using Validation.Engine.Documents.Pdf;
using Validation.PdfWords;
using Validation.Server.Options;

namespace Validation.Server.Readers;

/// <summary>What reads PDF: processes of this program, beside the one that serves.</summary>
internal static class ReaderServices
{
    /// <summary>Adds the pool of processes that read PDF.</summary>
    public static void AddReaders(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<ReaderPool>>();
            return ReaderOptions.OfThisProgram() with
            {
                // Long work goes on beside the quick lane, and trials of rules beside both.
                Processes = (2 * options.ConcurrentDocuments) + 1,
                Idle = options.ConcurrentDocuments,
                Lost = documents => ReaderLog.ReaderLost(log, documents),
            };
        });
        services.AddSingleton<ReaderPool>();
        services.AddSingleton<IPageReader>(provider => provider.GetRequiredService<ReaderPool>());
    }
}
