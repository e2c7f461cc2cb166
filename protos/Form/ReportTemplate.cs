using Validation.V1;

namespace Validation.Form;

/// <summary>The whole national form: its sections, tables and cells. Labels and keys stand in the tables' templates and nowhere
/// else.</summary>
public static class ReportTemplate
{
    /// <summary>The three tables in their order.</summary>
    public static IReadOnlyList<TableTemplate> Tables { get; } =
        [DisclosureTemplate.Table, ApplicationsTemplate.Table, DisputesTemplate.Table];

    /// <summary>The table that a section holds. Null: the section is prose.</summary>
    public static TableTemplate? TableOf(SectionTemplate section) => section.HoldsTable ? Tables[section.Ordinal - 2] : null;

    /// <summary>All 200 cells by path.</summary>
    public static IReadOnlyDictionary<string, CellTemplate> Cells { get; } =
        Tables.SelectMany(table => table.Cells).ToDictionary(cell => cell.Path, StringComparer.Ordinal);

    /// <summary>Makes a report in which all 200 cells are set and <see cref="Cell.Types.State.Missing"/>, so that no caller meets
    /// null.</summary>
    public static Report NewReport() => new()
    {
        Disclosure = new Disclosure
        {
            Regulations = NewDocumentCounts(),
            NormativeDocuments = NewDocumentCounts(),
            Licensing = new DecisionCount { Decisions = new Cell() },
            Penalties = new DecisionCount { Decisions = new Cell() },
            Coercion = new DecisionCount { Decisions = new Cell() },
            Fees = new FeeAmount { Amount = new Cell() },
        },
        Applications = NewApplications(),
        Disputes = new Disputes { Review = NewResults(), LitigationDirect = NewResults(), LitigationAfterReview = NewResults() },
    };

    private static Applications NewApplications() => new()
    {
        Received = NewRow(),
        CarriedIn = NewRow(),
        Granted = NewRow(),
        PartlyGranted = NewRow(),
        Refused = new Refused
        {
            StateSecret = NewRow(),
            ProhibitedByLaw = NewRow(),
            SafetyStability = NewRow(),
            ThirdPartyRights = NewRow(),
            InternalAffairs = NewRow(),
            Deliberative = NewRow(),
            EnforcementFile = NewRow(),
            Inquiry = NewRow(),
        },
        Unavailable = new Unavailable { NotHeld = NewRow(), NeedsCreation = NewRow(), Unclear = NewRow() },
        NotProcessed = new NotProcessed
        {
            Petition = NewRow(),
            Duplicate = NewRow(),
            Publication = NewRow(),
            Excessive = NewRow(),
            Confirmation = NewRow(),
        },
        OtherOutcome = new OtherOutcome { NotCorrected = NewRow(), FeeUnpaid = NewRow(), Other = NewRow() },
        ResultsTotal = NewRow(),
        CarriedOut = NewRow(),
    };

    private static DocumentCounts NewDocumentCounts() => new() { Issued = new Cell(), Repealed = new Cell(), InForce = new Cell() };

    private static ApplicantRow NewRow() => new()
    {
        NaturalPerson = new Cell(),
        Commercial = new Cell(),
        Research = new Cell(),
        PublicInterest = new Cell(),
        LegalService = new Cell(),
        Other = new Cell(),
        Total = new Cell(),
    };

    private static DisputeResults NewResults() => new()
    {
        Upheld = new Cell(),
        Corrected = new Cell(),
        Other = new Cell(),
        Pending = new Cell(),
        Total = new Cell(),
    };
}
