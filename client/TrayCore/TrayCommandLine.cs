using System.Diagnostics.CodeAnalysis;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Settings;

namespace Validation.Tray;

/// <summary>What the program is asked to do.</summary>
internal enum TrayRequest
{
    /// <summary>To show its icon and watch.</summary>
    Run,

    /// <summary>To install itself for this user.</summary>
    Install,

    /// <summary>To remove what it installed.</summary>
    Uninstall,

    /// <summary>To say how it is called.</summary>
    Help,

    /// <summary>To say its version.</summary>
    Version,

    /// <summary>To do nothing: it was started for an address that is none.</summary>
    Nothing,
}

/// <summary>The command line. Immutable.</summary>
internal sealed record TrayCommandLine
{
    /// <summary>The option of a start that nobody has asked for.</summary>
    public const string Background = "--background";

    /// <summary>The option before the address. What follows it is the address and nothing else: an address with a quotation mark cannot
    /// become an option.</summary>
    public const string AddressOption = "--address";

    /// <summary>What is asked for.</summary>
    public TrayRequest Request { get; init; }

    /// <summary>What the program is to do for whoever started it; null: only to run.</summary>
    public ProgramAddress? Address { get; private init; }

    /// <summary>The server; null: not said.</summary>
    public string? Server { get; private init; }

    /// <summary>The folders, as full paths.</summary>
    public IReadOnlyList<string> Folders { get; private init; } = [];

    /// <summary>The settings file; null: that of the user.</summary>
    public string? SettingsFile { get; private init; }

    /// <summary>Whether nobody has asked for the start, such as at log-on: no window is opened then.</summary>
    public bool InBackground { get; private init; }

    /// <summary>The server and the folders, as settings that win over those in the file.</summary>
    public IReadOnlyList<(string Name, string Value)> Overrides =>
    [
        .. Server is null ? [] : new[] { (SettingNames.Server, Server) },
        .. Folders.Select(folder => (SettingNames.Folder, folder)),
    ];

    /// <summary>Where the settings come from, with what this command line says.</summary>
    /// <param name="policy">The machine's policy; null: none.</param>
    public SettingsSources Sources(string? policy) => new(SettingsFile ?? SettingsSources.UserFile, policy, Overrides);

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="line">What they say.</param>
    /// <param name="problem">What is wrong with them, in Chinese; null: nothing.</param>
    public static bool TryParse(
        IReadOnlyList<string> arguments, [NotNullWhen(true)] out TrayCommandLine? line, [NotNullWhen(false)] out string? problem)
    {
        (line, problem) = (null, null);
        if (arguments is [AddressOption, ..])
        {
            line = OfAddress(arguments);
            return true;
        }

        var read = new TrayCommandLine();
        for (var i = 0; i < arguments.Count && problem is null; i++)
        {
            if (FromName(arguments[i]) is { } request)
            {
                read = read with { Request = request };
            }
            else if (arguments[i] == Background)
            {
                read = read with { InBackground = true };
            }
            else if (!TakesValue(arguments[i]))
            {
                problem = TrayTexts.UnknownOption(arguments[i]);
            }
            else if (i + 1 == arguments.Count)
            {
                problem = TrayTexts.NoValue(arguments[i]);
            }
            else
            {
                problem = ProblemOf(arguments[i], arguments[i + 1]);
                read = read.With(arguments[i], arguments[i + 1]);
                i++;
            }
        }

        line = problem is null ? read : null;
        return problem is null;
    }

    /// <summary>An address comes from a page or a notification, so from anybody: what is not exactly one address of this program is passed
    /// over without a word, and never read as options.</summary>
    private static TrayCommandLine OfAddress(IReadOnlyList<string> arguments) =>
        arguments.Count == 2 && ProgramAddress.TryParse(arguments[1], out var address)
            ? new TrayCommandLine { Address = address }
            : new TrayCommandLine { Request = TrayRequest.Nothing };

    private static TrayRequest? FromName(string option) => option switch
    {
        "--install" => TrayRequest.Install,
        "--uninstall" => TrayRequest.Uninstall,
        "--help" or "-h" or "/?" => TrayRequest.Help,
        "--version" => TrayRequest.Version,
        _ => null,
    };

    private static bool TakesValue(string option) => option is "--server" or "--folder" or "--settings";

    private static string? ProblemOf(string option, string value) => option switch
    {
        "--server" => ServerAddress.TryParse(value, out _) ? null : TrayTexts.BadServer(value),
        "--folder" => Path.IsPathFullyQualified(value) ? null : TrayTexts.RelativeFolder(value),
        _ => null,
    };

    private TrayCommandLine With(string option, string value) => option switch
    {
        "--server" => this with { Server = value },
        "--folder" => this with { Folders = [.. Folders, value] },
        _ => this with { SettingsFile = Path.GetFullPath(value) },
    };
}
