using System.Diagnostics.CodeAnalysis;
using Validation.Client;

namespace Validation.Tray;

/// <summary>What the program is asked to do.</summary>
internal enum Request
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
}

/// <summary>The command line. Immutable.</summary>
internal sealed record CommandLine
{
    /// <summary>What is asked for.</summary>
    public Request Request { get; private init; }

    /// <summary>The server; null: not said.</summary>
    public string? Server { get; private init; }

    /// <summary>The folders, as full paths.</summary>
    public IReadOnlyList<string> Folders { get; private init; } = [];

    /// <summary>The settings file; null: that of the user.</summary>
    public string? SettingsFile { get; private init; }

    /// <summary>The server and the folders, as settings that win over those in the file.</summary>
    public IReadOnlyList<(string Name, string Value)> Overrides =>
    [
        .. Server is null ? [] : new[] { (SettingNames.Server, Server) },
        .. Folders.Select(folder => (SettingNames.Folder, folder)),
    ];

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="line">What they say.</param>
    /// <param name="problem">What is wrong with them, in Chinese; null: nothing.</param>
    public static bool TryParse(
        IReadOnlyList<string> arguments, [NotNullWhen(true)] out CommandLine? line, [NotNullWhen(false)] out string? problem)
    {
        (line, problem) = (null, null);
        var read = new CommandLine();
        for (var i = 0; i < arguments.Count && problem is null; i++)
        {
            if (FromName(arguments[i]) is { } request)
            {
                read = read with { Request = request };
            }
            else if (!TakesValue(arguments[i]))
            {
                problem = Texts.UnknownOption(arguments[i]);
            }
            else if (i + 1 == arguments.Count)
            {
                problem = Texts.NoValue(arguments[i]);
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

    private static Request? FromName(string option) => option switch
    {
        "--install" => Request.Install,
        "--uninstall" => Request.Uninstall,
        "--help" or "-h" or "/?" => Request.Help,
        "--version" => Request.Version,
        _ => null,
    };

    private static bool TakesValue(string option) => option is "--server" or "--folder" or "--settings";

    private static string? ProblemOf(string option, string value) => option switch
    {
        "--server" => ServerAddress.TryParse(value, out _) ? null : Texts.BadServer(value),
        "--folder" => Path.IsPathFullyQualified(value) ? null : Texts.RelativeFolder(value),
        _ => null,
    };

    private CommandLine With(string option, string value) => option switch
    {
        "--server" => this with { Server = value },
        "--folder" => this with { Folders = [.. Folders, value] },
        _ => this with { SettingsFile = Path.GetFullPath(value) },
    };
}
