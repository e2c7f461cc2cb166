using Validation.Server.Store;

namespace Validation.Server.Replicas;

/// <summary>Servers that work with the store.</summary>
/// <param name="Servers">The servers.</param>
/// <param name="IsComplete">False: the store cannot be reached, so that nobody knows of others.</param>
internal sealed record KnownReplicas(IReadOnlyList<SeenReplica> Servers, bool IsComplete);

/// <summary>Tells which servers work with the store.</summary>
internal sealed class ReplicaReader(ReplicaStore store, ReplicaBeat beat)
{
    /// <summary>The servers, this one first.</summary>
    public async Task<KnownReplicas> ReadAsync(CancellationToken cancellationToken)
    {
        var own = new SeenReplica(beat.Own, TimeSpan.Zero);
        if (!beat.IsShared)
        {
            return new KnownReplicas([own], IsComplete: true);
        }

        try
        {
            var known = await store.AllAsync(cancellationToken);
            // What this server works with it knows better than the store.
            return new KnownReplicas([own, .. known.Where(replica => replica.Server.Id != own.Server.Id)], IsComplete: true);
        }
        catch (StoreException)
        {
            return new KnownReplicas([own], IsComplete: false);
        }
    }

    /// <summary>Whether a server is this one.</summary>
    public bool IsOwn(Replica replica)
    {
        return replica.Id == beat.Own.Id;
    }
}
