using System.Globalization;
using Validation.Cel;
using Validation.Engine.Rules.Facts;

namespace Validation.Engine.Rules;

/// <summary>What an expression of a rule is for: which types it may have, and what is said of others.</summary>
internal sealed class ExpressionUse
{
    private const string Digits = "〇一二三四五六七八九";

    private readonly Func<CelType, bool> _takes;

    private ExpressionUse(string problem, Func<CelType, bool> takes)
    {
        Problem = problem;
        _takes = takes;
    }

    /// <summary>true or false.</summary>
    public static ExpressionUse Condition { get; } = new(Texts.NotBool, type => type.Equals(CelType.Bool));

    /// <summary>A list to go through.</summary>
    public static ExpressionUse List { get; } = new(Texts.EachNotList, type => type is CelListType);

    /// <summary>A cell, or a list of cells.</summary>
    public static ExpressionUse Cells { get; } = new(Texts.NotCells, MayBeCells);

    /// <summary>Something that has a place in the document.</summary>
    public static ExpressionUse Place { get; } = new(Texts.NotPlace, type => type is ObjectType known && FactEnvironment.IsPlace(known));

    /// <summary>The number of a section.</summary>
    public static ExpressionUse Section { get; } = new(Texts.NotSection, type => type.Equals(CelType.Int));

    /// <summary>What can be written into a message.</summary>
    public static ExpressionUse Shown { get; } = new(Texts.NotShown, IsShown);

    /// <summary>What is said when the type does not fit.</summary>
    public string Problem { get; }

    /// <summary>Whether such expressions are usually written in brackets, where a comma ends them.</summary>
    public bool MayStandInBrackets => this == Cells || this == List;

    /// <summary>Whether the expression may have that type. What is not known before the evaluation is taken.</summary>
    public bool Takes(CelType type) => type.Equals(CelType.Dyn) || _takes(type);

    /// <summary>What is wrong with a text before it is even an expression, such as "五" for the fifth section. Null: nothing.</summary>
    public string? Advice(string text)
    {
        var word = text.Trim().TrimStart('第').TrimEnd('部', '分');
        if (this != Section || word.Length == 0)
        {
            return null;
        }

        var digit = word.Length == 1 ? Digits.IndexOf(word[0], StringComparison.Ordinal) : -1;
        return digit >= 0 ? Texts.SectionInWords(text.Trim(), digit)
            : long.TryParse(word, CultureInfo.InvariantCulture, out var number) && number is < 0 or > 6 ? Texts.NoSuchSection(number)
            : null;
    }

    private static bool IsCell(CelType type) => type == (CelType)CellFact.Count || type == (CelType)CellFact.Amount;

    private static bool MayBeCells(CelType type) =>
        type.Equals(CelType.Dyn) || IsCell(type) || type is CelListType { Item: var item } && MayBeCells(item);

    private static bool IsShown(CelType type) =>
        type.Equals(CelType.String) || type.Equals(CelType.Int) || type.Equals(CelType.Double) || IsCell(type)
        || type is CelListType { Item: var item } && (item.Equals(CelType.Dyn) || IsShown(item));
}
