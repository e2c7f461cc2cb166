using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <summary>What the grammar remembers from clause to clause, and from sentence to sentence of a paragraph.</summary>
internal sealed class Context
{
    /// <summary>What the numbers before were about.</summary>
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

    /// <summary>Begins a paragraph.</summary>
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
    /// <summary>Not said.</summary>
    None,

    /// <summary>Applications for information.</summary>
    Applications,

    /// <summary>Normative documents.</summary>
    RuleDocuments,

    /// <summary>Anything else: published texts, proposals, calls.</summary>
    Other,
}

/// <summary>A count as the grammar finds it: places are indexes into the paragraph.</summary>
internal sealed record StatedCount(Kind Kind, double Value, int Start, int End)
{
    /// <summary>The unit as printed.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whose number it is.</summary>
    public string Scope { get; init; } = "";

    /// <summary>True: it is the reporting body's own, as the clause says.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The year of the clause; 0: none.</summary>
    public int Year { get; init; }

    /// <summary>The verb as printed.</summary>
    public string Verb { get; init; } = "";

    /// <summary>It is a part of a total.</summary>
    public bool IsPart { get; init; }

    /// <summary>It is said in words that deny.</summary>
    public bool InWords { get; init; }
}
