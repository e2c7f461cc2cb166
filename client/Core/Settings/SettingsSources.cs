using Validation.Client.Connection;

namespace Validation.Client.Settings;

/// <summary>Where settings come from. Every program has the same order: the command line wins over the machine's policy, that over the
/// user's file, that over the environment, and that over the default.</summary>
/// <param name="FilePath">The user's file.</param>
/// <param name="PolicyPath">The machine's policy, in the same form; null: none. It need not be there.</param>
/// <param name="Overrides">What the command line says, as names and values.</param>
public sealed record SettingsSources(string FilePath, string? PolicyPath, IReadOnlyList<(string Name, string Value)> Overrides)
{
    /// <summary>The key that wins over that of every other source; null: none.</summary>
    public ServerKey? Key { get; init; }

    private const string Product = "年报校验";

    /// <summary>Where a user's settings are: "%APPDATA%\年报校验\settings.conf", elsewhere "~/.config/validate/settings.conf".</summary>
    public static string UserFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        Own,
        "settings.conf");

    /// <summary>Where a machine's policy is: "%ProgramData%\年报校验\policy.conf", elsewhere "/etc/validate/policy.conf".</summary>
    public static string MachinePolicy => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), Product, "policy.conf")
        : "/etc/validate/policy.conf";

    /// <summary>Where a monitor keeps what it knows: "%LOCALAPPDATA%\年报校验", elsewhere "~/.local/state/validate".</summary>
    public static string UserData => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), Product)
        : Path.Combine(StateHome, Own);

    private static string Own => OperatingSystem.IsWindows() ? Product : "validate";

    private static string StateHome => Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state
        ? state
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
}

/// <summary>The names of the settings.</summary>
public static class SettingNames
{
    /// <summary>The address of the server, such as https://10.0.0.8:5081.</summary>
    public const string Server = "server";

    /// <summary>The key that is shown to the server.</summary>
    public const string Key = "key";

    /// <summary>A folder to watch; may stand several times.</summary>
    public const string Folder = "folder";

    /// <summary>A file with the authorities whose certificates the server may show.</summary>
    public const string Authority = "ca";

    /// <summary>Whether saves that change nothing are notified too.</summary>
    public const string NotifyUnchanged = "notify_unchanged";

    /// <summary>Whether only drafts with errors, or without a verdict, are notified.</summary>
    public const string NotifyErrorsOnly = "notify_errors_only";

    /// <summary>Whether notifications make a sound.</summary>
    public const string Sound = "sound";

    /// <summary>How many days back new rules are applied again.</summary>
    public const string RecheckDays = "recheck_days";
}
