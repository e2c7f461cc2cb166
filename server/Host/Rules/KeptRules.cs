using Validation.Server.Store;

namespace Validation.Server.Rules;

/// <summary>Keeps the file of the last good rules equal to the rules in force. What cannot be written is written some time later. Not
/// thread-safe.</summary>
internal sealed class KeptRules(LastGood file, RuleBook book, TimeProvider time)
{
    /// <summary>How long it takes until a file that could not be written is tried again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private State _state = new(Version: "", FailedAt: null, Problem: "");

    /// <summary>Why the rules in force are not kept, as shown to people. Empty: they are.</summary>
    public string Problem => _state.Problem;

    /// <summary>Writes the rules in force, unless they are kept already or it failed a moment ago.</summary>
    public void Keep()
    {
        if (!book.IsOpen || _state.Version == book.Current.Stored.Version
            || (_state.FailedAt is { } failed && time.GetElapsedTime(failed) < Pause))
        {
            return;
        }

        try
        {
            file.Write(book.Current.Stored);
            _state = new State(book.Current.Stored.Version, FailedAt: null, Problem: "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _state = _state with { FailedAt = time.GetTimestamp(), Problem = RuleTexts.NotKept(fault.Message) };
        }
    }

    /// <summary>The rules that were kept last.</summary>
    /// <param name="damaged">True: the newest file cannot be used.</param>
    /// <returns>Null: there are none.</returns>
    public StoredRuleSet? Read(out bool damaged)
    {
        try
        {
            return file.Read(out damaged);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            damaged = true;
            return null;
        }
    }

    /// <param name="Version">The version that is kept. Empty: none, so far.</param>
    /// <param name="FailedAt">When a newer one could not be written, as a time stamp of the clock. Null: it was written.</param>
    /// <param name="Problem">Why it could not.</param>
    private sealed record State(string Version, long? FailedAt, string Problem);
}
