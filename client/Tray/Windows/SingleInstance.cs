namespace Validation.Tray.Windows;

/// <summary>The right to be the only running program in this session. Given back on the thread that took it.</summary>
internal sealed class SingleInstance : IDisposable
{
    private const string Name = @"Local\ValidationTray";

    private readonly Mutex _mutex;

    private SingleInstance(Mutex mutex)
    {
        _mutex = mutex;
    }

    /// <summary>Takes the right to be the only running program in this session.</summary>
    /// <param name="patience">How long to wait for one who is about to end.</param>
    /// <returns>Null: another has it.</returns>
    public static SingleInstance? TryTake(TimeSpan patience)
    {
        Mutex mutex;
        try
        {
            mutex = new Mutex(initiallyOwned: false, Name);
        }
        catch (UnauthorizedAccessException)
        {
            // One that was started as an administrator has it.
            return null;
        }

        try
        {
            if (mutex.WaitOne(patience))
            {
                return new SingleInstance(mutex);
            }
        }
        catch (AbandonedMutexException)
        {
            // The last owner was killed.
            return new SingleInstance(mutex);
        }

        mutex.Dispose();
        return null;
    }

    /// <summary>Gives the right back.</summary>
    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }
}
