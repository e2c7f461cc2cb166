using System.Text;
using Spectre.Console;
using Validation.Client.Settings;

namespace Validation.Cli;

/// <summary>Where the program reads and writes, and what the other side understands.</summary>
internal sealed record Terminal
{
    private const int UsualColumns = 80;

    /// <summary>Where results are printed: standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Messages. Names from outside may stand in them: nothing gets through that would steer a terminal.</summary>
    public required TextWriter Error
    {
        get => new PlainWriter(Drawing);
        init => Drawing = value;
    }

    /// <summary>The error output for progress that is drawn, with escape codes. <see cref="TextWriter.Null"/> where nothing is
    /// drawn.</summary>
    public TextWriter Drawing { get; private init; } = TextWriter.Null;

    /// <summary>Opens the standard input.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>Reads a line without showing it, such as a key; null: there is none.</summary>
    public Func<string?> ReadSecret { get; init; } = static () => null;

    /// <summary>The width to wrap at; null: the output is no terminal and is not wrapped.</summary>
    public int? Columns { get; init; }

    /// <summary>Whether results may be coloured.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether progress may be drawn on the error output.</summary>
    public bool Progress { get; init; }

    /// <summary>Whether the user can be asked: the input is a terminal.</summary>
    public bool Interactive { get; init; }

    /// <summary>Where the user's settings come from, before the command line says something else.</summary>
    public SettingsSources Sources { get; init; } = new(SettingsSources.UserFile, SettingsSources.MachinePolicy, []);

    /// <summary>The clock, and the zone in which times are shown.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The process's own terminal. Colours obey NO_COLOR; what is redirected is UTF-8 without marks and codes.</summary>
    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        return new Terminal
        {
            Output = Console.Out,
            Error = Console.Error,
            Input = Console.OpenStandardInput,
            ReadSecret = ReadTyped,
            Columns = Console.IsOutputRedirected ? null : Width(),
            // Asking for the capabilities also switches a Windows console to understand them.
            Colours = !Console.IsOutputRedirected && !plain && AnsiConsole.Profile.Capabilities.Ansi,
            Progress = !Console.IsErrorRedirected && !plain,
            Interactive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    private static string? ReadTyped()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine();
        }

        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : UsualColumns;
        }
        catch (IOException)
        {
            return UsualColumns;
        }
    }
}
