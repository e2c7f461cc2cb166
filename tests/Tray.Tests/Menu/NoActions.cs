using Validation.Client.Monitor;
using Validation.Tray.Menu;

namespace Validation.Tray.Tests.Menu;

/// <summary>Actions that do nothing: rows are composed, not clicked, where there is no Windows.</summary>
internal sealed class NoActions : IMenuActions
{
    public void OpenReport(CheckedDraft draft)
    {
    }

    public void OpenAnnotated(CheckedDraft draft)
    {
    }

    public void Acknowledge(CheckedDraft draft)
    {
    }

    public void ShowAllDrafts()
    {
    }

    public void Open(string path)
    {
    }

    public void CheckNow()
    {
    }

    public void CheckUnchecked()
    {
    }

    public void AddFolder()
    {
    }

    public void RemoveFolder(string folder)
    {
    }

    public void TogglePause()
    {
    }

    public void ShowServer()
    {
    }

    public void EditSettings()
    {
    }

    public void ToggleAutostart()
    {
    }

    public void ShowAbout()
    {
    }

    public void Quit()
    {
    }
}
