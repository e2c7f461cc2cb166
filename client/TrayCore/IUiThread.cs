using Validation.Client.Drafts;

namespace Validation.Tray;

/// <summary>The one thread on which everything is shown.</summary>
internal interface IUiThread
{
    /// <summary>Hears of what an action threw; the thread goes on.</summary>
    Action<Exception>? Failed { get; set; }

    /// <summary>Called when the program is started a second time.</summary>
    Action? StartedAgain { get; set; }

    /// <summary>Called when the program is started a second time for one of its addresses.</summary>
    Action<ProgramAddress>? Addressed { get; set; }

    /// <summary>Called when the program has to end: somebody asked for it, or the user logs off. At a log-off the program ends when this
    /// returns.</summary>
    Action? Ending { get; set; }

    /// <summary>Runs an action on this thread soon. May be called from any thread.</summary>
    void Post(Action action);

    /// <summary>Does what is posted until <see cref="Quit"/>.</summary>
    void Run();

    /// <summary>Has <see cref="Run"/> return after the actions that were posted before.</summary>
    void Quit();
}
