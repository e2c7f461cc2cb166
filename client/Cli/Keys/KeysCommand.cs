using System.CommandLine;
using Validation.Cli.Rules;

namespace Validation.Cli.Keys;

/// <summary>`validate keys`: who may do what.</summary>
internal static class KeysCommand
{
    /// <summary>The command with all those below it.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand(
        "keys",
        KeyTexts.KeysDescription,
        "validate keys create 区教育局 --role clerk --expires 2027-12-31",
        "validate keys list",
        "validate keys revoke k7m2q4xa --reason 人员变动",
        "validate keys store --server https://10.0.0.8:5081")
    {
        CreateKeyCommand.Create(terminal),
        ListKeysCommand.Create(terminal),
        RevokeKeyCommand.Create(terminal),
        StoreKeyCommand.Create(terminal),
        StoreKeyCommand.CreateForget(terminal),
    };
}
