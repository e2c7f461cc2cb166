using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>Looks into dictionaries.</summary>
internal static class TokenExtensions
{
    /// <summary>The entry of a name, where it has that kind, also by reference. Null: there is none.</summary>
    public static T? Find<T>(this DictionaryToken dictionary, NameToken name, IPdfTokenScanner scanner)
        where T : class, IToken =>
        dictionary.TryGet(name, out var token) ? token.Resolve(scanner) as T : null;

    /// <summary>The token, or what it refers to.</summary>
    public static IToken? Resolve(this IToken token, IPdfTokenScanner scanner) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;
}
