using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>The resources of a page as PdfPig keeps them, with those properties that it does not give.</summary>
internal sealed class PageResources(IResourceStore inner, IPdfTokenScanner scanner) : IResourceStore
{
    private readonly Dictionary<IFont, FontFacts> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IFont, IFont> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<DictionaryToken> _resources = new();

    /// <summary>The properties in the dictionary of a font.</summary>
    public FontFacts FactsOf(IFont font) => _facts.GetValueOrDefault(font, FontFacts.Unknown);

    /// <summary>The properties under a name that marks content, or a reference to them. Null: there are none.</summary>
    public IToken? PropertiesOf(NameToken name) => Find(NameToken.Properties, name);

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        _resources.Push(resourceDictionary);
        inner.LoadResourceDictionary(resourceDictionary);
    }

    public void UnloadResourceDictionary()
    {
        _resources.TryPop(out _);
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

    // PdfPig needs more of fonts of other kinds than the interface tells.
    private IFont Learn(IFont font, DictionaryToken? dictionary)
    {
        var facts = dictionary is null ? FontFacts.Unknown : FontFacts.Of(font, dictionary, scanner);
        var isComposite = dictionary?.Find<NameToken>(NameToken.Subtype, scanner)?.Data == NameToken.Type0.Data;
        var known = isComposite && !font.IsVertical ? new CachedFont(font, facts) : font;
        _facts[known] = facts;
        return _known[font] = known;
    }

    private DictionaryToken? DictionaryOf(NameToken name) => Find(NameToken.Font, name)?.Resolve(scanner) as DictionaryToken;

    // Looks through the resources from the innermost outwards.
    private IToken? Find(NameToken kind, NameToken name)
    {
        foreach (var resources in _resources)
        {
            if (resources.Find<DictionaryToken>(kind, scanner) is { } entries && entries.TryGet(name, out var entry))
            {
                return entry;
            }
        }

        return null;
    }
}
