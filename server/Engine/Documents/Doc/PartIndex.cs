namespace Validation.Engine.Documents.Doc;

/// <summary>The places of the parts that are read among the pairs of [MS-DOC] 2.5.6 FibRgFcLcb97.</summary>
internal static class PartIndex
{
    /// <summary>The styles, 2.9.271.</summary>
    public const int Styles = 1;

    /// <summary>The sections, 2.8.26.</summary>
    public const int Sections = 6;

    /// <summary>The pages of character properties, 2.8.5.</summary>
    public const int CharacterPages = 12;

    /// <summary>The pages of paragraph properties, 2.8.6.</summary>
    public const int ParagraphPages = 13;

    /// <summary>The pieces of the text, 2.9.38.</summary>
    public const int Pieces = 33;

    /// <summary>The places of shapes in the main text, 2.8.37.</summary>
    public const int Shapes = 40;

    /// <summary>The texts of the text boxes, 2.8.32.</summary>
    public const int TextBoxes = 56;

    /// <summary>The lists, 2.9.203.</summary>
    public const int Lists = 73;

    /// <summary>What paragraphs refer to for a list, 2.9.202.</summary>
    public const int ListUses = 74;

    /// <summary>How many are read at most.</summary>
    public const int Count = 75;
}
