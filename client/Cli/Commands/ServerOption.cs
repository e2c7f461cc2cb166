using System.CommandLine;
using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>The option that says where the server is, the same for every command.</summary>
internal static class ServerOption
{
    /// <summary>The option; its value is null when it is not written.</summary>
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--server", "-s") { Description = Texts.ServerDescription, HelpName = Texts.ServerName };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !ServerAddress.TryResolve(result.Tokens[0].Value, out _, out var problem))
            {
                result.AddError(problem);
            }
        });
        return option;
    }
}
