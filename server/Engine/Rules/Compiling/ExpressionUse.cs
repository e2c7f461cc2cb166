using System.Globalization;
using Validation.Cel;
using Validation.Engine.Rules.Facts;

namespace Validation.Engine.Rules.Compiling;

/// <summary>The use that a rule makes of an expression: which types it may have, and what is said of others.</summary>
/// <param name="problem">The sentence in Chinese for an expression of another type.</param>
/// <param name="takes">Whether the expression may have a type.</param>
internal sealed class ExpressionUse(string problem, Func<CelType, bool> takes)
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>A condition: its value is true or false.</summary>
    public static ExpressionUse Condition { get; } = new(Texts.NotBool, type => type.Equals(CelType.Bool));

    /// <summary>A list whose items the rule checks one by one.</summary>
    public static ExpressionUse List { get; } = new(Texts.EachNotList, type => type is CelListType);

    /// <summary>A cell, or a list of cells, that the finding names.</summary>
    public static ExpressionUse Cells { get; } = new(Texts.NotCells, MayBeCells);

    /// <summary>A value that has a place in the document, where the finding points to.</summary>
    public static ExpressionUse Place { get; } = new(Texts.NotPlace, type => type is ObjectType known && FactEnvironment.IsPlace(known));

    /// <summary>A passage of another report.</summary>
    public static ExpressionUse Twin { get; } = new(Texts.NotTwin, type => type == (CelType)TwinFact.Type);

    /// <summary>The number of a section, 0 to 6.</summary>
    public static ExpressionUse Section { get; } = new(Texts.NotSection, type => type.Equals(CelType.Int));

    /// <summary>A value that can be written into a message: text, a number, a cell, or a list of these.</summary>
    public static ExpressionUse Shown { get; } = new(Texts.NotShown, IsShown);

    /// <summary>The sentence in Chinese for an expression of another type.</summary>
    public string Problem => problem;

    /// <summary>True where such expressions are usually written within […] of YAML, where a comma without quotes would end them.</summary>
    public bool MayStandInBrackets => this == Cells || this == List;

    /// <summary>Whether the expression may have that type. Dyn, known only in the evaluation, is taken.</summary>
    public bool Takes(CelType type) => type.Equals(CelType.Dyn) || takes(type);

    /// <summary>Advice on a text that is no expression, such as "五" for the fifth section. Null: there is none to give.</summary>
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
