namespace Validation.Server.Rules;

/// <summary>How the rules in force stand to the newest version in the store. Immutable.</summary>
internal abstract record SyncState
{
    private SyncState()
    {
    }

    /// <summary>Why the rules in force may not be the newest, as shown to people. Empty: they are.</summary>
    public abstract string Problem { get; }

    /// <summary>The newest version, where it is known that it does not compile here. Null: nothing of that kind is known.</summary>
    public virtual Broken? Last => null;

    /// <summary>The newest version is in force, or nothing was asked yet.</summary>
    internal sealed record InStep : SyncState
    {
        public override string Problem => "";
    }

    /// <summary>The newest version does not compile on this server, which may be older than the one that published it.</summary>
    /// <param name="Revision">Its number.</param>
    /// <param name="Since">When it was tried, as a time stamp of the clock.</param>
    /// <param name="Why">What is shown of it.</param>
    internal sealed record Broken(long Revision, long Since, string Why) : SyncState
    {
        public override string Problem => Why;

        public override Broken Last => this;
    }

    /// <summary>The store could not be asked, or holds less than it did.</summary>
    /// <param name="Why">What is shown of it.</param>
    /// <param name="Before">What was known before of the newest version. Null: nothing bad.</param>
    internal sealed record Away(string Why, Broken? Before) : SyncState
    {
        public override string Problem => Why;

        public override Broken? Last => Before;
    }
}
