using Validation.Engine.Bodies;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>What a report is filed as, checked for its form.</summary>
/// <param name="Organization">The body. Empty: the one that the report names.</param>
/// <param name="Year">The year reported on. 0: the one that the report names.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Author">Who files it.</param>
/// <param name="Reason">Why. May be empty.</param>
/// <param name="ExpectedId">The id of the report that is to be current; empty: none. Null: it does not matter.</param>
internal sealed record FilingSlip(string Organization, int Year, string FileName, string Author, string Reason, string? ExpectedId)
{
    /// <summary>The longest name of a person.</summary>
    public const int MaxAuthor = 100;

    /// <summary>The longest reason, for filing and for removing.</summary>
    public const int MaxReason = 1_000;

    private const int MaxOrganization = 200;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Checks the form of what a request says.</summary>
    /// <returns>The slip. Invalid: something is missing or too long.</returns>
    public static Outcome<FilingSlip> Read(Filing filing)
    {
        if (DraftNames.Refuse("", filing.FileName) is { } refusal)
        {
            return refusal;
        }

        var author = filing.Author.Trim();
        var reason = OneLine.Of(filing.Reason).Trim();
        var (wrong, field) =
            !IsAuthor(author) ? (ArchiveTexts.AuthorInvalid(MaxAuthor), "author")
            : reason.Length > MaxReason ? (ArchiveTexts.ReasonTooLong(MaxReason), "reason")
            : filing.Organization.Length > MaxOrganization ? (ArchiveTexts.OrganizationTooLong(MaxOrganization), "organization")
            : filing.Year is not 0 and (< FirstYear or > LastYear) ? (ArchiveTexts.YearInvalid(FirstYear, LastYear), "year")
            : ("", "");
        return wrong.Length > 0
            ? new Refusal(RefusalKind.Invalid, wrong) { Field = field }
            : new FilingSlip(
                OneLine.Of(filing.Organization).Trim(), filing.Year, filing.FileName, author, reason,
                filing.HasExpectedId ? filing.ExpectedId : null);
    }

    /// <summary>Whether a text can be a person's name.</summary>
    public static bool IsAuthor(string author)
    {
        return author.Length is > 0 and <= MaxAuthor && OneLine.Of(author) == author;
    }

    /// <summary>Whose report it is, and on which year.</summary>
    /// <param name="report">The report that was read.</param>
    /// <param name="bodies">The list of bodies.</param>
    /// <returns>The body's name in the list, else as given or as the report names it, and the year. Invalid: neither the request nor the
    /// report says it. Conflict: several bodies share the name.</returns>
    public Outcome<(string Organization, int Year)> PlaceOf(Report report, BodyRegister bodies)
    {
        var name = BodyRegister.Plain(Organization.Length > 0 ? Organization : report.Organization);
        var year = Year != 0 ? Year : report.Year;
        if (name.Length is 0 or > MaxOrganization)
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.NotFiled(ArchiveTexts.OrganizationUnknown)) { Field = "organization" };
        }

        if (year is < FirstYear or > LastYear)
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.NotFiled(ArchiveTexts.YearUnknown)) { Field = "year" };
        }

        var candidates = bodies.Candidates(name);
        return candidates.Count > 1
            ? new Refusal(
                RefusalKind.Conflict, ArchiveTexts.NotFiled(ArchiveTexts.Ambiguous(name, candidates.Select(body => body.Name))))
            : (bodies.KeyOf(name), year);
    }
}
