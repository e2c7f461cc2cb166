using System.Globalization;
using Validation.Tray;

namespace Validation.Panel.Desktop;

/// <summary>Windows that other programs show: zenity, which GTK desktops have, or kdialog, which KDE has.</summary>
internal static class Dialogs
{
    private const string Zenity = "zenity";
    private const string KDialog = "kdialog";

    /// <summary>The program for them; null: there is none.</summary>
    private static string? Program => new[] { IsKde ? KDialog : Zenity, Zenity, KDialog }.FirstOrDefault(OutsideProgram.IsThere);

    private static bool IsKde =>
        (Environment.GetEnvironmentVariable("XDG_CURRENT_DESKTOP") ?? "").Contains("KDE", StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks for a folder.</summary>
    public static Task<DialogAnswer> AskForFolderAsync(string title) => Program switch
    {
        Zenity => AskAsync(Zenity, "--file-selection", "--directory", "--title", title),
        KDialog => AskAsync(KDialog, "--title", title, "--getexistingdirectory", Home),
        _ => Task.FromResult(DialogAnswer.CannotAsk),
    };

    /// <summary>Asks for a file.</summary>
    /// <param name="title">What it is asked for.</param>
    /// <param name="kind">What the files are called.</param>
    /// <param name="patterns">Their names, parted by spaces.</param>
    public static Task<DialogAnswer> AskForFileAsync(string title, string kind, string patterns) => Program switch
    {
        Zenity => AskAsync(Zenity, "--file-selection", "--title", title, "--file-filter", $"{kind} | {patterns}"),
        KDialog => AskAsync(KDialog, "--title", title, "--getopenfilename", Home, $"{kind} ({patterns})"),
        _ => Task.FromResult(DialogAnswer.CannotAsk),
    };

    /// <summary>Says something in a window.</summary>
    /// <param name="text">The text.</param>
    /// <param name="warns">Whether something is wrong.</param>
    /// <returns>False: there is no program for it.</returns>
    public static bool TrySay(string text, bool warns)
    {
        IReadOnlyList<string>? arguments = Program switch
        {
            Zenity => [warns ? "--warning" : "--info", "--no-markup", "--title", TrayTexts.Product, "--text", text],
            KDialog => ["--title", TrayTexts.Product, warns ? "--sorry" : "--msgbox", text],
            _ => null,
        };
        if (arguments is not null)
        {
            _ = OutsideProgram.RunAsync(Program!, arguments);
        }

        return arguments is not null;
    }

    /// <summary>Asks for one of several rows.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="text">What it is asked for.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <returns>The number of the row, from 0; -1: none was chosen; null: there is no program for it.</returns>
    public static async Task<int?> AskForRowAsync(string title, string text, IReadOnlyList<string> rows)
    {
        var numbered = rows.SelectMany((row, index) => new[] { index.ToString(CultureInfo.InvariantCulture), row });
        var answer = await AskAsync(
            [
                "--list", "--title", title, "--text", text, "--width", "720", "--height", "400",
                "--hide-header", "--column", "", "--column", "",
                "--hide-column", "1", "--print-column", "1", "--no-markup", .. numbered,
            ],
            ["--title", title, "--menu", text, .. numbered]);
        return !answer.WasAsked ? null
            : int.TryParse(answer.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1;
    }

    /// <summary>Asks for a line of text.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="text">What it is asked for.</param>
    /// <returns>The text without blanks around it, never empty; null: there is none.</returns>
    public static async Task<string?> AskForTextAsync(string title, string text)
    {
        var answer = await AskAsync(
            ["--entry", "--title", title, "--text", text, "--width", "560"], ["--title", title, "--inputbox", text]);
        return answer.Text?.Trim() is { Length: > 0 } given ? given : null;
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static Task<DialogAnswer> AskAsync(IReadOnlyList<string> zenity, IReadOnlyList<string> kdialog) => Program switch
    {
        Zenity => AskAsync(Zenity, zenity),
        KDialog => AskAsync(KDialog, kdialog),
        _ => Task.FromResult(DialogAnswer.CannotAsk),
    };

    private static async Task<DialogAnswer> AskAsync(string program, params IReadOnlyList<string> arguments) =>
        await OutsideProgram.RunAsync(program, arguments) switch
        {
            null => DialogAnswer.CannotAsk,
            (0, var output) when output.TrimEnd('\n') is { Length: > 0 } path => new DialogAnswer(true, path),
            _ => new DialogAnswer(true, null),
        };
}
