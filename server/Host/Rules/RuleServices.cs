using Validation.Server.Options;
using Validation.Server.Store;

namespace Validation.Server.Rules;

/// <summary>Adds what keeps the rules and tells of them.</summary>
internal static class RuleServices
{
    /// <summary>The folder of the national set.</summary>
    private static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "rules");

    public static void AddRules(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(_ => DataFolder.Choose(options.DataFolder));
        services.AddSingleton<IDisk, Disk>();
        services.AddSingleton<LastGood>();
        services.AddSingleton<StoreDialect>(provider => options.Database.Length == 0
            ? new SqliteDialect(provider.GetRequiredService<DataFolder>())
            : new PostgresDialect(options.Database));
        services.AddSingleton<IRuleStore>(provider => new RuleStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<StoreBackup>();
        services.AddSingleton(_ => ShippedRules.Read(ShippedFolder));
        services.AddSingleton<WatchHub>();
        services.AddSingleton<RuleBook>();
        services.AddSingleton<RuleAlarms>();
        services.AddSingleton<RuleSync>();
        services.AddSingleton<RuleStatusReader>();
        services.AddHostedService<RuleSyncLoop>();
    }
}
