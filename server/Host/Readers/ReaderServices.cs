using Validation.Engine.Documents.Pdf;
using Validation.PdfWords;

namespace Validation.Server.Readers;

/// <summary>What reads PDF: processes of this program, beside the one that serves.</summary>
internal static class ReaderServices
{
    /// <summary>Adds it.</summary>
    public static void AddReaders(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<ReaderPool>>();
            return ReaderOptions.OfThisProgram() with
            {
                // Trials of rules run beside the checks.
                Processes = options.ConcurrentDocuments + 1,
                Lost = documents => ServerLog.ReaderLost(log, documents),
            };
        });
        services.AddSingleton<ReaderPool>();
        services.AddSingleton<IPageReader>(provider => provider.GetRequiredService<ReaderPool>());
    }
}
