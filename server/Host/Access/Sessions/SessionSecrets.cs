using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Validation.Server.Store;

namespace Validation.Server.Access.Sessions;

/// <summary>Gives the framework its secrets from the store, so that a sign-in holds on every server and after a restart. Thread-safe.
/// </summary>
internal sealed class SessionSecrets(SessionSecretStore store) : IXmlRepository
{
    // The framework asks once a day, and does not wait in any other way.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var all = Task.Run(() => store.AllAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return [.. all.Select(content => XElement.Parse(content))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var content = element.ToString(SaveOptions.DisableFormatting);
        Task.Run(() => store.AddAsync(friendlyName, content, CancellationToken.None)).GetAwaiter().GetResult();
    }
}
