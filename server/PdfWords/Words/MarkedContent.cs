using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>The marked parts of a page around the current operation: text on hidden layers, and text that replaces what is drawn (ISO
/// 32000-1, 14.9.4).</summary>
internal sealed class MarkedContent
{
    private readonly Stack<(bool IsHidden, bool IsReplaced)> _parts = new();
    private int _hidden;
    private int _replaced;
    private string? _replacement;

    /// <summary>True while the page draws on a hidden layer.</summary>
    public bool IsHidden => _hidden > 0;

    /// <summary>Begins a part of the page's content that is marked.</summary>
    /// <param name="isHidden">It is on a layer that is not shown.</param>
    /// <param name="replacement">The text that stands for what it draws. Null: what it draws stands for itself.</param>
    public void Begin(bool isHidden, string? replacement)
    {
        if (replacement is not null && _replaced == 0)
        {
            _replacement = replacement;
        }

        _parts.Push((isHidden, replacement is not null));
        _hidden += isHidden ? 1 : 0;
        _replaced += replacement is not null ? 1 : 0;
    }

    /// <summary>Ends the innermost part.</summary>
    public void End()
    {
        if (_parts.TryPop(out var part))
        {
            _hidden -= part.IsHidden ? 1 : 0;
            _replaced -= part.IsReplaced ? 1 : 0;
        }
    }

    /// <summary>The text of the next character: its own, or, within a part that has a replacing text, that text for the first character
    /// and nothing for the others.</summary>
    public string TextOf(string drawn)
    {
        if (_replaced == 0)
        {
            return drawn;
        }

        var text = _replacement ?? string.Empty;
        _replacement = string.Empty;
        return text;
    }

    /// <summary>The text that replaces a part with these properties. Null: none does.</summary>
    public static string? ReplacementOf(DictionaryToken? properties) =>
        properties is not null && properties.TryGet(NameToken.ActualText, out var token) && token is IDataToken<string> text
            ? text.Data.Replace("\u00AD", string.Empty, StringComparison.Ordinal) : null;
}
