namespace Validation.Engine.Documents.Numbering;

/// <summary>Joins the number of a list and the text of its paragraph.</summary>
internal static class ListPrefix
{
    /// <summary>The number as it stands before a text: a tab would part columns, and behind a mark like 、 there is room enough.</summary>
    public static string Of(string number) => number.Length > 0 && number[^1] is > ' ' and < '\u2E80' ? number + ' ' : number;
}
