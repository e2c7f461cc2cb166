using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A fact that stands somewhere in the document: what a rule may name as the place of a finding.</summary>
internal interface IPlace
{
    /// <summary>The place in the document; null: none is known.</summary>
    Location? Location { get; }

    /// <summary>The section, 1 to 6; 0 for the whole document.</summary>
    int Section { get; }

    /// <summary>The words that stand there, which tell the place from others of its kind.</summary>
    string Words { get; }
}
