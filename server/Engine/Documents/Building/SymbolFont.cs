using System.Globalization;

namespace Validation.Engine.Documents.Building;

/// <summary>Fonts of symbols keep their signs at codes without a meaning. The sign □ shows that there is something.</summary>
internal static class SymbolFont
{
    /// <summary>What is shown for a code whose meaning is not known.</summary>
    public const char Unknown = '□';

    /// <summary>The character that a reader sees for a code of such a font.</summary>
    public static char Shown(char code) => char.GetUnicodeCategory(code) is
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse ? Unknown : code;
}
