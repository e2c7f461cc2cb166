using Validation.Engine.Bodies;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>The names under which reports of a body may be on file: a report that was filed before its body came into the list, or under
/// another name of the list, is found all the same.</summary>
internal static class BodyKeys
{
    /// <summary>All names of a body, in the form in which names are compared, that under which it is filed now first.</summary>
    /// <param name="bodies">The list of bodies.</param>
    /// <param name="name">Any of its names.</param>
    public static IReadOnlyList<string> Of(this BodyRegister bodies, string name)
    {
        var key = bodies.KeyOf(name);
        return bodies.Find(name) is { } body
            ? [key, .. body.Aliases.Where(alias => bodies.Find(alias) is not null).Select(BodyRegister.Plain).Where(other => other != key)
                .Distinct(StringComparer.Ordinal)]
            : [key];
    }

    /// <summary>The bodies that the list puts directly below one, in its order.</summary>
    /// <param name="bodies">The list of bodies.</param>
    /// <param name="superior">Any name of the body above.</param>
    public static IReadOnlyList<Body> Under(this BodyRegister bodies, string superior)
    {
        var key = bodies.KeyOf(superior);
        return [.. bodies.Bodies.Where(body => body.Superior.Length > 0 && bodies.KeyOf(body.Superior) == key)];
    }

    /// <summary>All names of the bodies that the list puts directly below one, in the form in which names are compared.</summary>
    /// <param name="bodies">The list of bodies.</param>
    /// <param name="superior">Any name of the body above.</param>
    public static IReadOnlyList<string> Below(this BodyRegister bodies, string superior)
    {
        return [.. bodies.Under(superior).SelectMany(body => bodies.Of(body.Name)).Distinct(StringComparer.Ordinal)];
    }
}
