using Validation.Server.Access.Keys;
using Validation.Server.Startup;

namespace Validation.Server.Access;

/// <summary>What an administrator has yet to decide about access: whether checking needs a key. Until then it does not, as before there
/// were keys. Thread-safe.</summary>
internal sealed class AccessWarning(Listeners listeners, KeyRing ring, ConfiguredKeys configured, ServerOptions options)
{
    /// <summary>One sentence for the administrator. Empty: nothing is to be decided.</summary>
    public string Text => options.AnonymousValidate is null && (listeners.AreReachable || configured.Any || ring.HasKeys)
        ? Texts.AnonymousUndecided
        : "";
}
