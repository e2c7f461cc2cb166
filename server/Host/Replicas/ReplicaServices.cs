using Validation.Server.Store;

namespace Validation.Server.Replicas;

/// <summary>Adds what tells which servers work with the store.</summary>
internal static class ReplicaServices
{
    public static void AddReplicas(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReplicaStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<ReplicaBeat>();
        services.AddSingleton<ReplicaReader>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplicaBeat>());
    }
}
