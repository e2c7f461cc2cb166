using Validation.Engine.Bodies;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>The bodies that a page is about: all, or those directly below one. Immutable.</summary>
internal sealed class BodyScope
{
    private BodyScope(IReadOnlyList<Body> bodies, IReadOnlyDictionary<string, string> names, bool isClosed)
    {
        Bodies = bodies;
        Counted = new CountedBodies(names, isClosed);
    }

    /// <summary>The bodies of the list, by name.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>The same as the database is told.</summary>
    public CountedBodies Counted { get; }

    /// <summary>The bodies that are meant, by the list of this moment.</summary>
    /// <param name="register">The list.</param>
    /// <param name="superior">Any name of the body above. Empty: all bodies are meant, also those that are not in the list.</param>
    public static BodyScope Of(BodyRegister register, string superior)
    {
        var bodies = superior.Length == 0 ? register.Bodies : register.Under(superior);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var body in bodies)
        {
            foreach (var name in register.Of(body.Name))
            {
                names.TryAdd(name, body.Name);
            }
        }

        return new BodyScope([.. bodies.OrderBy(body => body.Name, StringComparer.Ordinal)], names, superior.Length > 0);
    }
}
