using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>Knows which layers of a file are hidden when it is opened (ISO 32000-1, 8.11).</summary>
internal sealed class Layers
{
    private static readonly NameToken Settings = NameToken.Create("OCProperties");
    private static readonly NameToken Groups = NameToken.Create("OCGs");
    private static readonly NameToken BaseState = NameToken.Create("BaseState");
    private static readonly NameToken Off = NameToken.Create("OFF");
    private static readonly NameToken On = NameToken.Create("ON");

    private readonly IPdfTokenScanner _scanner;
    private readonly HashSet<IndirectReference> _hidden = [];

    /// <summary>Reads the layers from the catalog of a file.</summary>
    public Layers(DictionaryToken catalog, IPdfTokenScanner scanner)
    {
        _scanner = scanner;
        if (catalog.Find<DictionaryToken>(Settings, scanner) is { } settings
            && settings.Find<DictionaryToken>(NameToken.D, scanner) is { } shown)
        {
            if (shown.Find<NameToken>(BaseState, scanner)?.Data == Off.Data)
            {
                _hidden.UnionWith(References(settings, Groups));
                _hidden.ExceptWith(References(shown, On));
            }

            _hidden.UnionWith(References(shown, Off));
        }
    }

    /// <summary>Whether content is hidden that belongs to a layer, or to a rule over layers.</summary>
    public bool IsHidden(IToken? layer)
    {
        if (_hidden.Count == 0 || layer is null)
        {
            return false;
        }

        if (layer is IndirectReferenceToken reference && _hidden.Contains(reference.Data))
        {
            return true;
        }

        return layer.Resolve(_scanner) is DictionaryToken rule && rule.ContainsKey(Groups) && IsHidden(rule);
    }

    private bool IsHidden(DictionaryToken rule)
    {
        var states = References(rule, Groups).Select(_hidden.Contains).ToList();
        return states.Count > 0 && rule.Find<NameToken>(NameToken.P, _scanner)?.Data switch
        {
            "AllOn" => states.Contains(true),
            "AnyOff" => !states.Contains(true),
            "AllOff" => states.Contains(false),
            _ => !states.Contains(false),
        };
    }

    // The entry is an array of references, or one reference.
    private IEnumerable<IndirectReference> References(DictionaryToken dictionary, NameToken name) =>
        !dictionary.TryGet(name, out var token) ? []
            : token.Resolve(_scanner) is ArrayToken array ? array.Data.OfType<IndirectReferenceToken>().Select(item => item.Data)
            : token is IndirectReferenceToken single ? [single.Data]
            : [];
}
