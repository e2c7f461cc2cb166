using Grpc.Core.Internal;

namespace Grpc.Core;

/// <summary>What all generated clients have in common.</summary>
public abstract class ClientBase
{
    /// <summary>Makes a client that throws <see cref="NotImplementedException"/> on every call, as a base for test doubles.</summary>
    protected ClientBase()
        : this(new UnimplementedCallInvoker())
    {
    }

    /// <summary>Makes a client from what another one was made of.</summary>
    /// <param name="configuration">The other client's configuration.</param>
    /// <exception cref="ArgumentNullException">The configuration is null.</exception>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Configuration = configuration;
        CallInvoker = configuration.CreateInvoker();
    }

    /// <summary>Makes a client on a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ClientBase(ChannelBase channel)
        : this(channel.CreateCallInvoker())
    {
    }

    /// <summary>Makes a client on an invoker.</summary>
    /// <param name="callInvoker">The invoker.</param>
    public ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>Makes the calls.</summary>
    protected CallInvoker CallInvoker { get; }

    internal ClientBaseConfiguration Configuration { get; }

    /// <summary>What a client is made of. Opaque.</summary>
    protected internal class ClientBaseConfiguration
    {
        private readonly CallInvoker _invoker;
        private readonly string? _host;

        internal ClientBaseConfiguration(CallInvoker invoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(invoker);
            _invoker = invoker;
            _host = host;
        }

        internal CallInvoker CreateInvoker() => _host is null ? _invoker : new HostCallInvoker(_invoker, _host);

        internal ClientBaseConfiguration WithHost(string host)
        {
            ArgumentNullException.ThrowIfNull(host);
            return new ClientBaseConfiguration(_invoker, host);
        }
    }
}

/// <summary>The base of a generated client.</summary>
/// <typeparam name="T">The client's own type.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>Makes a client that throws <see cref="NotImplementedException"/> on every call, as a base for test doubles.</summary>
    protected ClientBase()
    {
    }

    /// <summary>Makes a client from what another one was made of.</summary>
    /// <param name="configuration">The other client's configuration.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>Makes a client on a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>Makes a client on an invoker.</summary>
    /// <param name="callInvoker">The invoker.</param>
    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>Gives a client that names another authority in its calls.</summary>
    /// <param name="host">The authority, as host or host and port.</param>
    /// <returns>The new client.</returns>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    /// <summary>Makes a client of the same type.</summary>
    /// <param name="configuration">What it is made of.</param>
    /// <returns>The new client.</returns>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
