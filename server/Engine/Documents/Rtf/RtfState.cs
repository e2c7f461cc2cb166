namespace Validation.Engine.Documents.Rtf;

/// <summary>What the end of a group brings.</summary>
internal enum RtfGroup
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>The end of a text box.</summary>
    Box,

    /// <summary>The end of a paragraph's automatic number.</summary>
    ListText,

    /// <summary>The end of the definition of a row of a table in a table.</summary>
    NestedRow,
}

/// <summary>What holds up to the end of a group.</summary>
internal record struct RtfState
{
    /// <summary>The properties at the start of a file.</summary>
    public RtfState()
    {
    }

    /// <summary>What its end brings.</summary>
    public RtfGroup Group { get; set; }

    /// <summary>Nothing in it is read.</summary>
    public bool IsSkipped { get; set; }

    /// <summary>Its own text is not read.</summary>
    public bool IsContainer { get; set; }

    /// <summary>It lists the fonts.</summary>
    public bool IsFontTable { get; set; }

    /// <summary>The text is hidden.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The text was deleted while changes were recorded.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The text is struck out.</summary>
    public bool IsStruck { get; set; }

    /// <summary>The text is struck out with two lines.</summary>
    public bool IsStruckTwice { get; set; }

    /// <summary>The text is raised.</summary>
    public bool IsRaised { get; set; }

    /// <summary>The paragraph stands in a table.</summary>
    public bool IsInTable { get; set; }

    /// <summary>How deep in tables the paragraph stands; 0: not said.</summary>
    public int TableDepth { get; set; }

    /// <summary>The code page of bytes.</summary>
    public int CodePage { get; set; }

    /// <summary>How many characters follow a Unicode character for readers that do not know it.</summary>
    public int UnicodeSkip { get; set; } = 1;

    /// <summary>How many characters of the paragraph stood before its automatic number.</summary>
    public int ListTextStart { get; set; }

    /// <summary>Whether its text is the document's.</summary>
    public readonly bool IsText => !IsSkipped && !IsContainer && !IsFontTable;

    /// <summary>Whether its text is read: the document's, neither hidden nor deleted nor struck out.</summary>
    public readonly bool IsRead => IsText && !IsHidden && !IsDeleted && !IsStruck && !IsStruckTwice;
}
