namespace Grpc.Core;

/// <summary>Adds headers that say who calls, before the call is sent.</summary>
/// <param name="context">The call.</param>
/// <param name="metadata">Takes the headers.</param>
/// <returns>A task that ends when the headers are there.</returns>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>The call for which headers are asked. Immutable.</summary>
public class AuthInterceptorContext
{
    /// <summary>Describes a call.</summary>
    /// <param name="serviceUrl">The address of the service.</param>
    /// <param name="methodName">The method's name within the service.</param>
    /// <param name="cancellationToken">Signals the end of the call.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>The address of the service.</summary>
    public string ServiceUrl { get; }

    /// <summary>The method's name within the service.</summary>
    public string MethodName { get; }

    /// <summary>Signals the end of the call.</summary>
    public CancellationToken CancellationToken { get; }
}

/// <summary>Says who calls. Sent over TLS only, unless the channel's options say otherwise.</summary>
public abstract class CallCredentials
{
    private protected CallCredentials()
    {
    }

    internal abstract IEnumerable<AsyncAuthInterceptor> Interceptors { get; }

    /// <summary>Joins credentials; their headers are added in order.</summary>
    /// <param name="credentials">At least two credentials.</param>
    /// <returns>The joint credentials.</returns>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.Length < 2)
        {
            throw new ArgumentException("Composite credentials need at least two credentials.", nameof(credentials));
        }

        return new Composed([.. credentials.SelectMany(each => each.Interceptors)]);
    }

    /// <summary>Makes credentials from a function that is asked before each call.</summary>
    /// <param name="interceptor">The function.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="ArgumentNullException">The function is null.</exception>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new Composed([interceptor]);
    }

    private sealed class Composed(AsyncAuthInterceptor[] interceptors) : CallCredentials
    {
        internal override IEnumerable<AsyncAuthInterceptor> Interceptors => interceptors;
    }
}
