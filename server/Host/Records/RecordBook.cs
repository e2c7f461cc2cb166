using Validation.Engine;
using Validation.Engine.Acceptances;
using Validation.Engine.Bodies;
using Validation.V1;

namespace Validation.Server.Records;

/// <summary>The bodies and the accepted findings that checks are made with, in memory. A check takes one value of these at its beginning
/// and keeps it to its end. Thread-safe.</summary>
internal sealed class RecordBook(TimeProvider time)
{
    private volatile Known _known = new(LocalRecords.Empty, [], DateTimeOffset.MaxValue);

    /// <summary>What is known now: acceptances that have run out are not in it.</summary>
    public LocalRecords Current
    {
        get
        {
            var known = _known;
            if (time.GetUtcNow() < known.Until)
            {
                return known.Records;
            }

            // The first caller makes the next value; two at the same time make equal ones.
            _known = known = Make(known.Records.Bodies, known.Acceptances);
            return known.Records;
        }
    }

    /// <summary>Takes over what the store holds.</summary>
    public void Put(BodyRegister bodies, IReadOnlyList<Acceptance> acceptances)
    {
        _known = Make(bodies, [.. acceptances.Where(acceptance => acceptance.RevokedAt is null)]);
    }

    private Known Make(BodyRegister bodies, IReadOnlyList<Acceptance> acceptances)
    {
        var now = time.GetUtcNow();
        var holding = acceptances.Where(acceptance => acceptance.ExpiresAt.ToDateTimeOffset() > now).ToList();
        var until = holding.Count == 0 ? DateTimeOffset.MaxValue : holding.Min(acceptance => acceptance.ExpiresAt.ToDateTimeOffset());
        // The list may have got the body after its finding was accepted.
        var keyed = holding.ConvertAll(acceptance => new Acceptance(acceptance) { Organization = bodies.KeyOf(acceptance.Organization) });
        var register = keyed.Count == 0 ? AcceptanceRegister.Empty : new AcceptanceRegister(keyed);
        return new Known(new LocalRecords(bodies, register), holding, until);
    }

    private sealed record Known(LocalRecords Records, IReadOnlyList<Acceptance> Acceptances, DateTimeOffset Until);
}
