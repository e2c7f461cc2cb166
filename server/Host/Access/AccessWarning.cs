using Validation.Server.Access.Keys;
using Validation.Server.Options;

namespace Validation.Server.Access;

/// <summary>What an administrator has yet to decide about access: whether checking needs a key. Until then it does not, as before there
/// were keys. Thread-safe.</summary>
/// <param name="isReachable">Whether other machines can reach the server.</param>
/// <param name="ring">The keys.</param>
/// <param name="configured">The keys of the configuration.</param>
/// <param name="options">What the administrator has decided.</param>
internal sealed class AccessWarning(bool isReachable, KeyRing ring, ConfiguredKeys configured, ServerOptions options)
{
    /// <summary>One sentence for the administrator. Empty: nothing is to be decided.</summary>
    public string Text => options.AnonymousValidate is null && (isReachable || configured.Any || ring.HasKeys)
        ? AccessTexts.AnonymousUndecided
        : "";
}
