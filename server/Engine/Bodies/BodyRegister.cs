using System.Collections.Frozen;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Bodies;

/// <summary>A list of bodies. A report is matched to one of them by the name that it gives its organisation, or to none. Immutable and
/// thread-safe.</summary>
public sealed class BodyRegister
{
    private readonly FrozenDictionary<string, Body[]> _byName;

    /// <param name="bodies">The bodies, which must not change any more.</param>
    public BodyRegister(IReadOnlyList<Body> bodies)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        Bodies = bodies;
        _byName = bodies
            .SelectMany(body => body.Aliases.Prepend(body.Name).Select(Plain).Distinct(), (body, name) => (Name: name, Body: body))
            .GroupBy(pair => pair.Name, pair => pair.Body, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A register without any bodies.</summary>
    public static BodyRegister Empty { get; } = new([]);

    /// <summary>The bodies in the order given.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>Names and aliases that several bodies share.</summary>
    public IEnumerable<string> Ambiguous => _byName.Where(pair => pair.Value.Length > 1).Select(pair => pair.Key);

    /// <summary>A name in the form in which names are compared: without blanks, letters, digits and marks in half width.</summary>
    public static string Plain(string name) => Characters.Squeeze(name);

    /// <summary>The bodies that have this name or alias, whatever its blanks and widths: usually one or none.</summary>
    public IReadOnlyList<Body> Candidates(string name) => _byName.GetValueOrDefault(Plain(name)) ?? [];

    /// <summary>The body that has this name or alias. Null: none has it, or several have.</summary>
    public Body? Find(string name) => _byName.Count > 0 && Candidates(name) is [var only] ? only : null;

    /// <summary>The name under which records of a body are kept: that of the list, or the given one where the list has none.</summary>
    public string KeyOf(string name) => Find(name)?.Name ?? Plain(name);

    /// <summary>The kind and level of the body with that name: those of the list, else those that the name itself tells.</summary>
    public BodyNature NatureOf(string name)
    {
        var body = Find(name);
        if (body is { Kind: not BodyKind.Unspecified, Level: not BodyLevel.Unspecified })
        {
            return new(body.Kind, body.Level);
        }

        var named = BodyNames.Of(Plain(body?.Name ?? name));
        return body is null || body.Kind == BodyKind.Unspecified || body.Kind == named.Kind
            ? new(named.Kind, body is { Level: not BodyLevel.Unspecified } ? body.Level : named.Level)
            : new(body.Kind, body.Level);
    }
}

/// <summary>What is known for certain of a body.</summary>
/// <param name="Kind">Its kind; Unspecified: not decided.</param>
/// <param name="Level">Its level; Unspecified: not decided.</param>
public readonly record struct BodyNature(BodyKind Kind, BodyLevel Level);
