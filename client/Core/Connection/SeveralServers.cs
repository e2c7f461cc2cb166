using Grpc.Net.Client.Balancer;

namespace Validation.Client.Connection;

/// <summary>Tells a channel which addresses stand behind "static:": the only service of a container that it asks for.</summary>
internal sealed class SeveralServers(ServerAddress address) : IServiceProvider
{
    private readonly ResolverFactory[] _resolvers =
        [new StaticResolverFactory(_ => [.. address.Uris.Select(uri => new BalancerAddress(uri.IdnHost, uri.Port))])];

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType == typeof(IEnumerable<ResolverFactory>) ? _resolvers : null;
}
