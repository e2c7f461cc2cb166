using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>Finds entries of PDF dictionaries, references followed.</summary>
internal static class TokenExtensions
{
    /// <summary>The entry under a name, if it has that type; a reference is followed. Null: there is none of that type.</summary>
    public static T? Find<T>(this DictionaryToken dictionary, NameToken name, IPdfTokenScanner scanner)
        where T : class, IToken =>
        dictionary.TryGet(name, out var token) ? token.Resolve(scanner) as T : null;

    /// <summary>The token itself, or the one that it refers to. Null: the reference leads nowhere.</summary>
    public static IToken? Resolve(this IToken token, IPdfTokenScanner scanner) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;
}
