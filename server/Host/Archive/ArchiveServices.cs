using Validation.Server.Checks;
using Validation.Server.Store;

namespace Validation.Server.Archive;

/// <summary>Adds the archive of final reports.</summary>
internal static class ArchiveServices
{
    public static void AddArchive(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ArchiveStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton(provider => new ArchiveReader(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<ArchiveSync>();
        services.AddSingleton<ArchiveDesk>();
        services.AddSingleton<IRelatedReports, FiledReports>();
        services.AddSingleton<OriginalExport>();
        services.AddSingleton<TableExport>();
        services.AddSingleton<ArchiveExport>();
        services.AddSingleton(provider => new ArchiveOverview(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<OverviewReader>();
        services.AddSingleton(provider => new ArchiveStandings(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<StandingReader>();
        services.AddSingleton<ArchiveTrial>();
        services.AddSingleton(provider => new RereadStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton(ReadingEngine.OfThisProgram);
        services.AddHostedService(provider => provider.GetRequiredService<ArchiveSync>());
        services.AddHostedService<Rereading>();
    }
}
