using Google.Protobuf;
using Validation.Engine.Bodies;
using Validation.Server.Access.Audit;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Records;

/// <summary>Takes over, lists and changes the list of bodies. Nothing is in force before it is in the store. Thread-safe.</summary>
internal sealed class BodyDesk(RecordStore store, RecordBook book, RecordSync sync, AuditTrail trail)
{
    private const int MostAmbiguous = 100;
    private const int LongestName = 1_000;

    /// <summary>Replaces the whole list of bodies by that of a CSV file.</summary>
    /// <returns>What changed. Invalid: the file is no list.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<ImportBodiesReply>> ImportAsync(ByteString csv, CallOrigin origin, CancellationToken cancellationToken)
    {
        if (!BodyFile.Read(csv.Memory).IsAnswered(out var bodies, out var refusal))
        {
            return refusal;
        }

        var note = trail.Entry(origin, "bodies_import", AuditTrail.Done, $"{bodies.Count}");
        var before = await store.ChangeBodiesAsync(_ => bodies, origin.Title, note, cancellationToken) ?? [];
        await sync.TryRefreshAsync(cancellationToken);
        var known = before.ToDictionary(body => body.Name, StringComparer.Ordinal);
        var reply = new ImportBodiesReply
        {
            Bodies = bodies.Count,
            Added = bodies.Count(body => !known.ContainsKey(body.Name)),
            Changed = bodies.Count(body => known.TryGetValue(body.Name, out var was) && !was.Equals(body)),
        };
        reply.Removed = before.Count - (bodies.Count - reply.Added);
        reply.Ambiguous.AddRange(new BodyRegister(bodies).Ambiguous.Order(StringComparer.Ordinal).Take(MostAmbiguous));
        return reply;
    }

    /// <summary>The whole list of bodies, or those whose names contain a text.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<ListBodiesReply> ListAsync(ListBodiesRequest request, CancellationToken cancellationToken)
    {
        if (await store.BodiesAsync(cancellationToken) is not { } stored)
        {
            return new ListBodiesReply();
        }

        var text = BodyRegister.Plain(request.Text);
        var bodies = stored.Bodies.Where(body =>
            (request.Kind == BodyKind.Unspecified || body.Kind == request.Kind)
            && body.Aliases.Prepend(body.Name).Any(name => name.Contains(text, StringComparison.Ordinal)));
        return new ListBodiesReply
        {
            Bodies = { bodies }, ChangedAt = UnixTime.Of(stored.AtMilliseconds), ChangedBy = stored.ChangedBy,
        };
    }

    /// <summary>The body that a name belongs to, by the list that checks use now.</summary>
    public Outcome<MatchBodyReply> Match(string name)
    {
        if (name.Length > LongestName)
        {
            return new Refusal(RefusalKind.Invalid, RecordTexts.BodyNameWrong(LongestName));
        }

        var bodies = book.Current.Bodies;
        var nature = bodies.NatureOf(name);
        var candidates = bodies.Candidates(name);
        return new MatchBodyReply
        {
            Body = bodies.Find(name),
            Candidates = { candidates.Count > 1 ? candidates.Select(body => body.Name) : [] },
            Kind = nature.Kind,
            Level = nature.Level,
        };
    }

    /// <summary>Removes a body from the list.</summary>
    /// <returns>The body. NotFound: there is none of that name.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<RemoveBodyReply>> RemoveAsync(string name, CallOrigin origin, CancellationToken cancellationToken)
    {
        Body? removed = null;
        IReadOnlyList<Body>? Without(IReadOnlyList<Body> bodies)
        {
            removed = bodies.FirstOrDefault(body => body.Name == BodyRegister.Plain(name));
            return removed is null ? null : [.. bodies.Where(body => body.Name != removed.Name)];
        }

        var note = trail.Entry(origin, "body_remove", AuditTrail.Done, name);
        await store.ChangeBodiesAsync(Without, origin.Title, note, cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return removed is null
            ? new Refusal(RefusalKind.NotFound, RecordTexts.NoSuchBody(OneLine.Of(name)))
            : new RemoveBodyReply { Body = removed };
    }
}
