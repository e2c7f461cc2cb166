using Grpc.Core;

namespace Validation.Interop.Client;

/// <summary>Runs cases against a server, and prints a line for each.</summary>
internal static class ClientProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <returns>0: none failed.</returns>
    public static async Task<int> RunAsync(ClientSettings settings)
    {
        var chosen = InteropCase.All.Where(each => settings.Case == "all" || settings.Case == each.Name).ToList();
        if (chosen.Count == 0)
        {
            var names = string.Join(' ', InteropCase.All.Select(each => each.Name));
            await Console.Error.WriteLineAsync($"'{settings.Case}' is no case. There are: all {names}");
            return 1;
        }

        var failed = false;
        foreach (var each in chosen)
        {
            failed |= !await PassesAsync(each, settings);
        }

        return failed ? 1 : 0;
    }

    private static async Task<bool> PassesAsync(InteropCase chosen, ClientSettings settings)
    {
        try
        {
            using var connection = new Connection(settings);
            var outcome = await chosen.RunAsync(connection).WaitAsync(Longest);
            await Console.Out.WriteLineAsync($"{chosen.Name} {outcome.Text}");
            return true;
        }
        catch (Exception e) when (e is CaseFailedException or RpcException or TimeoutException or InvalidOperationException)
        {
            await Console.Out.WriteLineAsync($"{chosen.Name} failed: {OneLine(e)}");
            return false;
        }
    }

    private static string OneLine(Exception e)
    {
        return $"{(e is CaseFailedException ? "" : $"{e.GetType().Name}: ")}{e.Message.ReplaceLineEndings(" ")}";
    }
}
