using Validation.V1;
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

/// <summary>A count as the contract has it, without its place, and what else the grammar knows of it.</summary>
/// <param name="Claim">The count.</param>
/// <param name="Start">Where its words begin in the paragraph.</param>
/// <param name="IsOwn">It is the reporting body's own, as the clause says.</param>
/// <param name="IsPart">It is a part of a total.</param>
internal sealed record StatedCount(Claim Claim, int Start, bool IsOwn = false, bool IsPart = false);
