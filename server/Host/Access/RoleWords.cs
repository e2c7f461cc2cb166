using System.Diagnostics.CodeAnalysis;
using Validation.V1;

namespace Validation.Server.Access;

/// <summary>Roles as they are written: as words in the configuration and the store, as numbers in the contract, in Chinese for
/// people.</summary>
internal static class RoleWords
{
    private static readonly (Roles Role, string Word, Role Number, string Chinese)[] Table =
    [
        (Roles.Clerk, "clerk", Role.Clerk, AccessTexts.RoleClerk),
        (Roles.System, "system", Role.System, AccessTexts.RoleSystem),
        (Roles.Author, "author", Role.Author, AccessTexts.RoleAuthor),
        (Roles.Publisher, "publisher", Role.Publisher, AccessTexts.RolePublisher),
        (Roles.Filer, "filer", Role.Filer, AccessTexts.RoleFiler),
        (Roles.Auditor, "auditor", Role.Auditor, AccessTexts.RoleAuditor),
    ];

    /// <summary>The words of the roles, separated by spaces.</summary>
    public static string Words(this Roles roles)
    {
        return string.Join(' ', Rows(roles).Select(row => row.Word));
    }

    /// <summary>The roles as people call them, such as "发布（publisher）或起草（author）".</summary>
    public static string Chinese(this Roles roles)
    {
        return string.Join('或', Rows(roles).Select(row => $"{row.Chinese}（{row.Word}）"));
    }

    /// <summary>The roles of the contract.</summary>
    public static IEnumerable<Role> Numbers(this Roles roles)
    {
        return Rows(roles).Select(row => row.Number);
    }

    /// <summary>The roles that words name; words that name none are passed over.</summary>
    public static Roles OfWords(string words)
    {
        return words.Split(' ').Aggregate(Roles.None, (roles, word) => TryWord(word, out var role) ? roles | role : roles);
    }

    /// <summary>The role that a word names, whatever its case.</summary>
    public static bool TryWord(string word, out Roles role)
    {
        role = Table.FirstOrDefault(row => string.Equals(row.Word, word, StringComparison.OrdinalIgnoreCase)).Role;
        return role != Roles.None;
    }

    /// <summary>The roles that numbers of the contract stand for.</summary>
    /// <returns>False: there are none, or one that this server does not know.</returns>
    public static bool TryNumbers(IEnumerable<Role> numbers, [NotNullWhen(true)] out Roles? roles)
    {
        roles = Roles.None;
        foreach (var number in numbers)
        {
            var row = Table.FirstOrDefault(row => row.Number == number);
            roles = row.Role == Roles.None ? null : roles | row.Role;
        }

        roles = roles == Roles.None ? null : roles;
        return roles is not null;
    }

    private static IEnumerable<(Roles Role, string Word, Role Number, string Chinese)> Rows(Roles roles)
    {
        return Table.Where(row => roles.HasFlag(row.Role));
    }
}
