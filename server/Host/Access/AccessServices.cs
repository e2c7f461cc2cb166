using Microsoft.AspNetCore.HttpOverrides;
using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Options;
using Validation.Server.Store;

namespace Validation.Server.Access;

/// <summary>Adds the services that decide who may do what.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services, ServerOptions options, bool isReachable)
    {
        var proxies = new TrustedProxies(options.TrustedProxies);
        services.AddSingleton(new ConfiguredKeys(options));
        services.AddSingleton(new LocalCall(proxies));
        services.AddSingleton(CertificateCallers.Read(options.ClientCertificates));
        services.AddSingleton(provider => new KeyStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton(provider => new AuditStore(provider.GetRequiredService<StoreDialect>()));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<KnownKeys>();
        services.AddSingleton<KeySync>();
        services.AddSingleton<KeyDesk>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<WrongKeys>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<AccessGate>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AccessWarning>(provider, isReachable));
        services.AddHostedService(provider => provider.GetRequiredService<KeySync>());
        services.AddHostedService<AuditWriter>();
        services.AddHostedService<AuditRetention>();
        Trust(services, proxies);
    }

    /// <summary>Forwarded headers count when they come from a trusted proxy, through as many trusted proxies as there are; from anybody
    /// else they are ignored.</summary>
    private static void Trust(IServiceCollection services, TrustedProxies proxies)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = proxies.Any
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in proxies.Networks)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
    }
}
