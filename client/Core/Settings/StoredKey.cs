using Validation.Client.Connection;

namespace Validation.Client.Settings;

/// <summary>The key that a user has stored for a server: where the system keeps keys, else in the settings file.</summary>
public static class StoredKey
{
    /// <summary>The key for a server. A key that stands beside another server in the settings is not for this one.</summary>
    /// <param name="server">The server.</param>
    /// <param name="sources">Where settings come from.</param>
    /// <returns>Null: none is stored.</returns>
    public static ServerKey? For(ServerAddress server, SettingsSources sources)
    {
        var settings = SettingsReading.Of(sources).Settings;
        return settings.Server == server ? settings.Key : KeySafe.Read(server);
    }

    /// <summary>Stores the key for a server, in place of an earlier one.</summary>
    /// <param name="server">The server.</param>
    /// <param name="key">The key.</param>
    /// <param name="sources">Where settings come from. When the key goes into the file, the server does too.</param>
    /// <param name="place">Where it is now, in Chinese.</param>
    /// <returns>Whether it is stored.</returns>
    public static bool TryStore(ServerAddress server, ServerKey key, SettingsSources sources, out string place)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(key);
        using var file = SettingsFile.Open(sources);
        place = KeySafe.IsAvailable ? SettingsTexts.KeySafeName : file.FilePath;
        if (KeySafe.IsAvailable)
        {
            return KeySafe.TryWrite(server, key);
        }

        return (file.Current.Server == server || file.TrySet(SettingNames.Server, server.ToString()))
            && file.TrySet(SettingNames.Key, key.Reveal());
    }

    /// <summary>Forgets the key for a server, wherever it is stored.</summary>
    /// <returns>Whether none is left.</returns>
    public static bool TryForget(ServerAddress server, SettingsSources sources)
    {
        ArgumentNullException.ThrowIfNull(server);
        // Opened first: a key in the file may move to where the system keeps keys.
        using var file = SettingsFile.Open(sources);
        KeySafe.Forget(server);
        return For(server, sources) is null || file.TrySet(SettingNames.Key);
    }
}
