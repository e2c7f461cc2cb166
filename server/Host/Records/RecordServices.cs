using Validation.Server.Store;

namespace Validation.Server.Records;

/// <summary>Adds what keeps the list of bodies, the accepted findings, and the counts of which rules fired.</summary>
internal static class RecordServices
{
    public static void AddRecords(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RecordStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<RecordBook>();
        services.AddSingleton<RecordSync>();
        services.AddSingleton<BodyDesk>();
        services.AddSingleton<AcceptanceDesk>();
        services.AddSingleton(provider => new RuleCountStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<RuleCounts>();
        services.AddSingleton<RuleUsageReader>();
        services.AddHostedService<RuleCountWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<RecordSync>());
    }
}
