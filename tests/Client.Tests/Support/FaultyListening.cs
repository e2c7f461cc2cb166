using Validation.Client.Drafts;

namespace Validation.Client.Tests.Support;

/// <summary>A system that will not tell of a folder: it loses track as soon as it is listened to, or does not begin at all.</summary>
/// <param name="begins">False: it does not begin.</param>
internal sealed class FaultyListening(bool begins)
{
    private int _openings;

    /// <summary>How often it was listened to.</summary>
    public int Openings => Volatile.Read(ref _openings);

    public IDisposable? TryOpen(string folder, Action<FolderChange> tell)
    {
        Interlocked.Increment(ref _openings);
        if (!begins)
        {
            return null;
        }

        tell(new FolderChange(null, Arrived: false));
        return new Listener();
    }

    private sealed class Listener : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
