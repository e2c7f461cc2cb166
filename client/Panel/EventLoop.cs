using System.Collections.Concurrent;
using Validation.Client.Drafts;
using Validation.Tray;

namespace Validation.Panel;

/// <summary>One thread that does what others post to it, one thing after another.</summary>
internal sealed class EventLoop : IUiThread, IDisposable
{
    private readonly BlockingCollection<Action> _actions = [];
    private bool _isEnding;

    /// <inheritdoc/>
    public Action<Exception>? Failed { get; set; }

    /// <inheritdoc/>
    public Action? StartedAgain { get; set; }

    /// <inheritdoc/>
    public Action<ProgramAddress>? Addressed { get; set; }

    /// <inheritdoc/>
    public Action? Ending { get; set; }

    /// <inheritdoc/>
    public void Post(Action action) => _actions.Add(action);

    /// <inheritdoc/>
    public void Run()
    {
        while (!_isEnding)
        {
            try
            {
                _actions.Take()();
            }
            catch (Exception e)
            {
                Failed?.Invoke(e);
            }
        }
    }

    /// <inheritdoc/>
    public void Quit() => Post(() => _isEnding = true);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whatever is posted from now on, by a thread that has not heard of the end yet, is kept and never done.
    }
}
