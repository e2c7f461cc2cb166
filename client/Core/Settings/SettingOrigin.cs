namespace Validation.Client.Settings;

/// <summary>Where the value of a setting comes from, the weakest source first.</summary>
public enum SettingOrigin
{
    /// <summary>Nobody has set it: the default holds.</summary>
    Default,

    /// <summary>An environment variable, such as VALIDATION_SERVER.</summary>
    Environment,

    /// <summary>The user's settings file.</summary>
    File,

    /// <summary>The policy of the machine, which the user cannot change.</summary>
    Policy,

    /// <summary>The command line with which the program was started.</summary>
    CommandLine,
}
