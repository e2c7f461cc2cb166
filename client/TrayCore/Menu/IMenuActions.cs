using Validation.Client.Monitor;

namespace Validation.Tray.Menu;

/// <summary>What the rows of the menu do.</summary>
internal interface IMenuActions
{
    /// <summary>Shows the HTML report of a draft.</summary>
    void OpenReport(CheckedDraft draft);

    /// <summary>Makes a copy of a draft with comments, and opens it in Word or whatever opens docx.</summary>
    void OpenAnnotated(CheckedDraft draft);

    /// <summary>Asks which finding of a draft was found right, and why, and has it accepted.</summary>
    void Acknowledge(CheckedDraft draft);

    /// <summary>Shows the page of all drafts.</summary>
    void ShowAllDrafts();

    /// <summary>Opens a file or a folder with its program.</summary>
    void Open(string path);

    /// <summary>Asks for a file and checks it.</summary>
    void CheckNow();

    /// <summary>Checks the drafts that were never checked.</summary>
    void CheckUnchecked();

    /// <summary>Asks for a folder and watches it.</summary>
    void AddFolder();

    /// <summary>Watches a folder no longer.</summary>
    void RemoveFolder(string folder);

    /// <summary>Lets drafts wait for an hour, or ends the pause.</summary>
    void TogglePause();

    /// <summary>Says whether the server answers.</summary>
    void ShowServer();

    /// <summary>Lets the user change the settings.</summary>
    void EditSettings();

    /// <summary>Starts the program at log-on, or no longer.</summary>
    void ToggleAutostart();

    /// <summary>Says which program this is.</summary>
    void ShowAbout();

    /// <summary>Ends the program in order: what waits is checked after the next start.</summary>
    void Quit();
}
