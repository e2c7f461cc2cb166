using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Startup;

/// <summary>"validation-server create-key NAME": makes a key with every administrator's role where the server cannot be reached without
/// one, as behind TLS. Whoever may write the store may do that.</summary>
internal static class KeyCommand
{
    /// <summary>The word that begins the command on the command line.</summary>
    public const string Name = "create-key";

    /// <summary>Makes the key and prints it.</summary>
    /// <param name="args">The command line, beginning with the command.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartRefusedException">The configuration or the name makes no sense, or the store cannot be used.</exception>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length < 2)
        {
            throw new StartRefusedException(StartupTexts.KeyCommandUsage);
        }

        var options = OptionsReader.Read(ServerHost.CreateBuilder(args[2..]).Configuration);
        var services = new ServiceCollection().AddLogging().AddSingleton(options).AddSingleton(TimeProvider.System);
        services.AddRules(options);
        services.AddAccess(options, isReachable: false);
        await using var provider = services.BuildServiceProvider();
        var request = new CreateKeyRequest { Name = args[1], Roles = { Roles.Administration.Numbers() } };
        try
        {
            var desk = provider.GetRequiredService<KeyDesk>();
            var made = await desk.CreateAsync(request, new CallOrigin(StartupTexts.KeyCommandTitle, ""), CancellationToken.None);
            if (!made.IsAnswered(out var reply, out var refusal))
            {
                throw new StartRefusedException(refusal.Reason);
            }

            var store = options.Database.Length > 0 ? "PostgreSQL" : provider.GetRequiredService<DataFolder>().Path;
            await Console.Error.WriteLineAsync(StartupTexts.KeyCommandDone(reply.Key.Name, reply.Key.Id, store));
            await Console.Out.WriteLineAsync(reply.Secret);
            return 0;
        }
        catch (StoreException trouble)
        {
            throw new StartRefusedException($"{trouble.Message}（{trouble.InnerException?.Message}）", trouble);
        }
    }
}
