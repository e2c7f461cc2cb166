using Google.Protobuf.WellKnownTypes;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A row of rule_sets.</summary>
internal sealed class RuleSetRow
{
    public long Revision { get; init; }

    public string Version { get; init; } = "";

    public string NationalVersion { get; init; } = "";

    public string NationalSha256 { get; init; } = "";

    public string OverlaySha256 { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long AtMilliseconds { get; init; }
}

/// <summary>A row of publications.</summary>
internal sealed class PublicationRow
{
    /// <summary>Counts the rows; the database gives it.</summary>
    public long Id { get; init; }

    public int Action { get; init; }

    public string Version { get; init; } = "";

    public string PreviousVersion { get; init; } = "";

    public long AtMilliseconds { get; init; }

    public string Author { get; init; } = "";

    public string Principal { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Summary { get; init; } = "";

    public string RestoredVersion { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public static PublicationRow Of(Publication publication)
    {
        return new PublicationRow
        {
            Action = (int)publication.Action,
            Version = publication.Version,
            PreviousVersion = publication.PreviousVersion,
            AtMilliseconds = publication.At.ToDateTimeOffset().ToUnixTimeMilliseconds(),
            Author = publication.Author,
            Principal = publication.Principal,
            Reason = publication.Reason,
            Summary = publication.Summary,
            RestoredVersion = publication.RestoredVersion,
            Sha256 = publication.Sha256,
        };
    }

    public Publication ToPublication()
    {
        return new Publication
        {
            Action = (Publication.Types.Action)Action,
            Version = Version,
            PreviousVersion = PreviousVersion,
            At = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(AtMilliseconds)),
            Author = Author,
            Principal = Principal,
            Reason = Reason,
            Summary = Summary,
            RestoredVersion = RestoredVersion,
            Sha256 = Sha256,
        };
    }
}
