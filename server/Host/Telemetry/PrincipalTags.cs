using System.Collections.Concurrent;
using System.Diagnostics;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Wording;

namespace Validation.Server.Telemetry;

/// <summary>What the figures tell of principals: their kind, and the names of so many as are asked for. However many principals there are,
/// the figures do not grow without bound. Thread-safe.</summary>
internal sealed class PrincipalTags(ServerOptions options)
{
    private const string Others = "other";

    private readonly int _most = options.Telemetry.Principals;
    private readonly ConcurrentDictionary<string, string> _named = new(StringComparer.Ordinal);

    /// <summary>Adds the kind of a principal, and its name if that is shown.</summary>
    public void AddTo(ref TagList tags, Principal principal)
    {
        tags.Add("principal_kind", EnumWord<PrincipalKind>.Of(principal.Kind));
        if (_most > 0)
        {
            tags.Add("principal", Name(principal));
        }
    }

    private string Name(Principal principal)
    {
        if (principal.Kind is PrincipalKind.Address or PrincipalKind.Server)
        {
            return "";
        }

        if (_named.TryGetValue(principal.Name, out var known))
        {
            return known;
        }

        // The first principals are named. Two at the same time may make one more than configured.
        return _named.Count < _most ? _named.GetOrAdd(principal.Name, principal.Name) : Others;
    }
}
