using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <summary>What the grammar keeps from clause to clause, and from sentence to sentence of a paragraph.</summary>
internal sealed class Context
{
    /// <summary>The topic of the numbers so far.</summary>
    public Topic Topic { get; set; }

    /// <summary>What the last total counts; Unspecified: nothing that a table counts. Null: there was no total.</summary>
    public Kind? Total { get; set; }

    /// <summary>The paragraph or sentence speaks of disclosure of information.</summary>
    public bool SpeaksOfDisclosure { get; set; }

    /// <summary>The year that the sentence speaks of; 0: none so far.</summary>
    public int Year { get; set; }

    /// <summary>The wider scope of which the sentence speaks, such as "全市". Empty: none so far.</summary>
    public string Scope { get; set; } = "";

    /// <summary>The sentence counts what other bodies did: so do its next clauses, until one names the reporting body.</summary>
    public bool OfOthers { get; set; }

    /// <summary>Begins a paragraph: nothing of the one before is carried over.</summary>
    public void BeginParagraph()
    {
        Topic = Topic.None;
        Total = null;
        SpeaksOfDisclosure = false;
    }
}

/// <summary>What numbers are about.</summary>
internal enum Topic
{
    None, // The sentences have not said what they speak of.
    Applications, // Applications for information (依申请公开).
    RuleDocuments, // Normative documents (行政规范性文件).
    Other, // Anything else: published texts, proposals, calls.
}

/// <summary>A count as the grammar finds it: places are indexes into the paragraph.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Value">How many.</param>
/// <param name="Start">Where its words begin.</param>
/// <param name="End">The place behind them.</param>
/// <param name="Unit">The unit as printed.</param>
/// <param name="Scope">Whose number it is.</param>
/// <param name="IsOwn">It is the reporting body's own, as the clause says.</param>
/// <param name="Year">The year of the clause; 0: none.</param>
/// <param name="Verb">The verb as printed.</param>
/// <param name="IsPart">It is a part of a total.</param>
/// <param name="InWords">It is said in words that deny.</param>
internal sealed record StatedCount(
    Kind Kind, double Value, int Start, int End, string Unit = "", string Scope = "", bool IsOwn = false, int Year = 0, string Verb = "",
    bool IsPart = false, bool InWords = false);
