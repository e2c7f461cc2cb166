using Validation.Client;

namespace Validation.Tray.Menu;

/// <summary>What the rows of the menu do.</summary>
internal interface IMenuActions
{
    /// <summary>Shows the HTML report of a draft.</summary>
    void OpenReport(CheckedDraft draft);

    /// <summary>Opens a file or a folder with its program.</summary>
    void Open(string path);

    /// <summary>Asks for a file and checks it.</summary>
    void CheckNow();

    /// <summary>Asks for a folder and watches it.</summary>
    void AddFolder();

    /// <summary>Watches a folder no longer.</summary>
    void RemoveFolder(string folder);

    /// <summary>Lets drafts wait for an hour, or ends the pause.</summary>
    void TogglePause();

    /// <summary>Says whether the server answers.</summary>
    void ShowServer();

    /// <summary>Opens the settings file.</summary>
    void EditSettings();

    /// <summary>Starts the program at log-on, or no longer.</summary>
    void ToggleAutostart();

    /// <summary>Says which program this is.</summary>
    void ShowAbout();

    /// <summary>Ends the program.</summary>
    void Quit();
}
