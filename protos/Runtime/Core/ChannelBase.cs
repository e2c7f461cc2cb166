namespace Grpc.Core;

/// <summary>A long-lived way to a server, on which calls are made.</summary>
public abstract class ChannelBase
{
    /// <summary>Makes a channel.</summary>
    /// <param name="target">Where it leads.</param>
    /// <exception cref="ArgumentNullException">The target is null.</exception>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>Where the channel leads, as host and port.</summary>
    public string Target { get; }

    /// <summary>Gives what makes calls on this channel.</summary>
    /// <returns>The invoker.</returns>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Closes the channel. Let its calls end before.</summary>
    /// <returns>A task that ends when the channel is closed.</returns>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Closes the channel; does nothing unless overridden.</summary>
    /// <returns>A task that ends when the channel is closed.</returns>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
