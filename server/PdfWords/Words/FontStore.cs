using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>The resources of a page as PdfPig keeps them, and beside each font what its dictionary says.</summary>
internal sealed class FontStore(IResourceStore inner, IPdfTokenScanner scanner) : IResourceStore
{
    private readonly Dictionary<IFont, FontFacts> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IFont, IFont> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<DictionaryToken?> _fonts = new();

    /// <summary>What the dictionary of a font says.</summary>
    public FontFacts FactsOf(IFont font) => _facts.GetValueOrDefault(font, FontFacts.Unknown);

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        _fonts.Push(resourceDictionary.Find<DictionaryToken>(NameToken.Font, scanner));
        inner.LoadResourceDictionary(resourceDictionary);
    }

    public void UnloadResourceDictionary()
    {
        _fonts.TryPop(out _);
        inner.UnloadResourceDictionary();
    }

    public IFont? GetFont(NameToken name)
    {
        var font = inner.GetFont(name);
        return font is null ? null : _known.GetValueOrDefault(font) ?? Learn(font, DictionaryOf(name));
    }

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken)
    {
        var font = inner.GetFontDirectly(fontReferenceToken);
        return _known.GetValueOrDefault(font) ?? Learn(font, fontReferenceToken.Resolve(scanner) as DictionaryToken);
    }

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => inner.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) =>
        inner.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => inner.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) =>
        inner.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) =>
        inner.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => inner.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => inner.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);

    // PdfPig asks fonts of the other kinds for more than the interface tells.
    private IFont Learn(IFont font, DictionaryToken? dictionary)
    {
        var facts = dictionary is null ? FontFacts.Unknown : FontFacts.Of(dictionary, scanner);
        var isComposite = dictionary?.Find<NameToken>(NameToken.Subtype, scanner)?.Data == NameToken.Type0.Data;
        var known = isComposite && !font.IsVertical ? new CachedFont(font, facts) : font;
        _facts[known] = facts;
        return _known[font] = known;
    }

    // The innermost resources come first.
    private DictionaryToken? DictionaryOf(NameToken name)
    {
        foreach (var fonts in _fonts)
        {
            if (fonts?.Find<DictionaryToken>(name, scanner) is { } font)
            {
                return font;
            }
        }

        return null;
    }
}
