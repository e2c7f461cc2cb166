namespace Validation.Engine.Reports.Claims;

/// <summary>What a word means to the grammar. A word has one sense; longer words come before shorter ones, so that "依申请公开指南" is
/// no application and "无法提供" no negation.</summary>
internal enum Sense
{
    Nothing, // A word without a meaning to the grammar. It is known so that no shorter word is found in it.

    // Marks.
    Comma,
    Stop,
    Colon,
    Pause,
    Open,
    Close,
    Join,

    // Numbers.
    Number,

    // Time.
    Year,
    PreviousYear,
    ThisYear,
    NextYear,
    PartOfYear,

    // What is counted.
    Application,
    PlainApplication,
    Disclosure,
    Review,
    Suit,
    DirectSuit,
    SuitAfterReview,
    RuleDocument,
    Permit,
    Penalty,
    Coercion,
    Fee,
    ProcessingFee,
    Information,
    Document,
    OtherMatter,

    // What is done with it.
    ReceiveNew,
    Receive,
    Process,
    Complete,
    Issue,
    Repeal,
    InForce,
    Decide,
    Publish,
    Examine,
    Occur,
    Charge,
    Carry,

    // What comes of it.
    Granted,
    PartlyGranted,
    Refused,
    Unavailable,
    NotProcessed,
    OtherOutcome,
    Detail,
    Upheld,
    Corrected,
    OtherRuling,
    Pending,
    Lost,
    Late,
    Timely,
    CompletionRate,

    // Who asks, and how.
    Natural,
    Legal,
    Anybody,
    Channel,

    // Whose numbers they are.
    WideScope,
    OwnScope,
    OtherBody,

    // How numbers belong together.
    Not,
    All,
    Each,
    Respectively,
    Among,
    Includes,
    Excluding,
    Also,
    Total,
    Compare,
    Plan,
    Share,
    To,
}
