namespace Grpc.Core;

/// <summary>The methods of a service, each with its implementation. Made by generated code. Immutable.</summary>
public class ServerServiceDefinition
{
    private readonly Action<ServiceBinderBase>[] _methods;

    private ServerServiceDefinition(Action<ServiceBinderBase>[] methods)
    {
        _methods = methods;
    }

    /// <summary>Begins a definition.</summary>
    /// <returns>A builder without methods.</returns>
    public static Builder CreateBuilder() => new();

    internal void BindService(ServiceBinderBase binder)
    {
        foreach (var add in _methods)
        {
            add(binder);
        }
    }

    /// <summary>Collects the methods of a service.</summary>
    public class Builder
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly List<Action<ServiceBinderBase>> _methods = [];

        /// <summary>Makes a builder without methods.</summary>
        public Builder()
        {
        }

        /// <summary>Adds a method with one request and one response.</summary>
        /// <typeparam name="TRequest">The type of the requests.</typeparam>
        /// <typeparam name="TResponse">The type of the responses.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">The implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with any number of requests and one response.</summary>
        /// <typeparam name="TRequest">The type of the requests.</typeparam>
        /// <typeparam name="TResponse">The type of the responses.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">The implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with one request and any number of responses.</summary>
        /// <typeparam name="TRequest">The type of the requests.</typeparam>
        /// <typeparam name="TResponse">The type of the responses.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">The implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with any number of requests and responses.</summary>
        /// <typeparam name="TRequest">The type of the requests.</typeparam>
        /// <typeparam name="TResponse">The type of the responses.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">The implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">There is a method of that name already.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Ends the definition.</summary>
        /// <returns>The definition.</returns>
        public ServerServiceDefinition Build() => new([.. _methods]);

        private Builder Add(IMethod method, Action<ServiceBinderBase> add)
        {
            if (!_names.Add(method.FullName))
            {
                throw new ArgumentException($"The method '{method.FullName}' has been added already.", nameof(method));
            }

            _methods.Add(add);
            return this;
        }
    }
}
