using Validation.Client.Settings;
using Validation.V1;

namespace Validation.Tray;

/// <summary>What the user's desktop does for the program. Used on the UI thread only, on which it also calls back.</summary>
internal interface IDesktop
{
    /// <summary>Whether the program starts when this user logs on.</summary>
    bool StartsAtLogOn { get; set; }

    /// <summary>Opens a file, a folder or an address with the program that the user has for it.</summary>
    /// <returns>False: there is no such file or no program for it.</returns>
    bool TryOpen(string target);

    /// <summary>Opens a text file in an editor, whatever its name ends in.</summary>
    /// <returns>False: there is no editor.</returns>
    bool TryEdit(string file);

    /// <summary>Whether it has a window for settings.</summary>
    bool HasSettingsWindow { get; }

    /// <summary>Lets the user change the settings: in a window, which is closed when this returns, or in the file.</summary>
    void EditSettings(SettingsFile settings);

    /// <summary>Asks for a folder.</summary>
    /// <param name="title">What it is asked for.</param>
    /// <param name="chosen">Called with its full path; not called where none was chosen.</param>
    void AskForFolder(string title, Action<string> chosen);

    /// <summary>Asks for a file.</summary>
    /// <param name="title">What it is asked for.</param>
    /// <param name="kind">What the files are called, such as "年报".</param>
    /// <param name="patterns">Their names, such as "*.docx;*.doc".</param>
    /// <param name="chosen">Called with its full path; not called where none was chosen.</param>
    void AskForFile(string title, string kind, string patterns, Action<string> chosen);

    /// <summary>Asks which of a draft's findings was found to be right all the same, and why.</summary>
    /// <param name="draft">The draft's name.</param>
    /// <param name="findings">Its findings, at least one.</param>
    /// <param name="author">In whose name the answer is kept.</param>
    /// <param name="chosen">Called with the finding and the reason, which is not empty; not called where the user does not want to.</param>
    void AskForFinding(string draft, IReadOnlyList<Finding> findings, string author, Action<Finding, string> chosen);

    /// <summary>Says something that the user has asked for.</summary>
    void Tell(string text);

    /// <summary>Says what is wrong.</summary>
    void Warn(string text);
}
