namespace Validation.Engine.Reports.Labels;

/// <summary>
/// From which likeness on a text is taken for a label of the form: see <see cref="Likeness"/>. Where two differ, the reason is that other
/// things speak for the label as well, or that nothing does.
/// </summary>
internal static class Thresholds
{
    /// <summary>A text above a column, the heading of a section, a label that was altered: it stands where such a label is due.</summary>
    public const double Label = 0.6;

    /// <summary>The label of a row between two rows that were found. One that is half another may be that of a row which the template
    /// lacks.</summary>
    public const double Row = 0.5;

    /// <summary>The same where exactly as many records stand there as rows are wanting: their order says which is which.</summary>
    public const double RowInPlace = 0.3;

    /// <summary>An altered label when no other text is left over and no other label is wanting.</summary>
    public const double LabelAlone = 0.35;

    /// <summary>A section's name that says the same as the template's: all but a particle of it, a name that is in use beside it (see
    /// <see cref="SectionNames"/>), or other words that are all known.</summary>
    public const double OtherSectionName = 0.9;

    /// <summary>The same where some of the words are not known: then the number must be right.</summary>
    public const double PartlyOtherWords = 0.75;

    /// <summary>Of a section's name in other words, so much must be known.</summary>
    public const double KnownWords = 0.7;

    /// <summary>A section's name with something before it, such as the year.</summary>
    public const double ExtendedSection = 0.8;

    /// <summary>A column's label with something added: a little less than the label itself, which goes first.</summary>
    public const double ExtendedColumn = 0.95;

    /// <summary>Headings of one character below another are not in the order of reading: so many of their characters must be there for a
    /// table that cannot be read. A table that is read needs fewer, since its numbers are there as well.</summary>
    public const double TraceCharacters = 0.9;

    /// <summary>The same above a row of numbers that were read: two of three.</summary>
    public const double HeadingCharacters = 2.0 / 3;
}
