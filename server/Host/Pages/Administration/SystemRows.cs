using System.Globalization;
using Validation.Server.Outcomes;
using Validation.Server.Replicas;
using Validation.Server.Store;
using Validation.Server.Telemetry;

namespace Validation.Server.Pages.Administration;

/// <summary>A line of a table on the page about the servers.</summary>
/// <param name="Cells">The texts, from left to right.</param>
/// <param name="IsBad">Whether somebody should look at it.</param>
public sealed record SystemRow(IReadOnlyList<string> Cells, bool IsBad = false);

/// <summary>The servers and their refusals in words.</summary>
internal static class SystemRows
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>A line for each server.</summary>
    /// <param name="servers">The servers.</param>
    /// <param name="isOwn">Whether a server is the one that shows the page.</param>
    public static IReadOnlyList<SystemRow> Of(IReadOnlyList<SeenReplica> servers, Func<Replica, bool> isOwn)
    {
        return [.. servers.Select(seen => Of(seen.Server, seen.Silence, isOwn(seen.Server)))];
    }

    /// <summary>Whether servers that are there work with different rules.</summary>
    public static bool Differ(IReadOnlyList<SeenReplica> servers)
    {
        return servers.Where(seen => seen.Silence <= ReplicaBeat.Missing)
            .Select(seen => seen.Server.RuleSetVersion).Distinct(StringComparer.Ordinal).Skip(1).Any();
    }

    /// <summary>A line for each kind of refusal.</summary>
    public static IReadOnlyList<SystemRow> Of(RefusalCounts refusals)
    {
        return [.. refusals.All.Select(pair => new SystemRow(
        [
            ReasonOf(pair.Key),
            SystemTexts.Door(pair.Key.Door),
            pair.Value.Count.ToString(CultureInfo.InvariantCulture),
            Time(pair.Value.Last),
        ]))];
    }

    private static SystemRow Of(Replica server, TimeSpan silence, bool isOwn)
    {
        var isMissing = silence > ReplicaBeat.Missing;
        return new SystemRow(
            [
                server.Name + (isOwn ? SystemTexts.ThisServer : ""),
                server.Address,
                server.RuleSetVersion.Length == 0 ? SystemTexts.NoRules : server.RuleSetVersion,
                server.EngineVersion,
                Time(DateTimeOffset.FromUnixTimeMilliseconds(server.Started)),
                isOwn ? SystemTexts.Now : isMissing ? SystemTexts.Missing(silence) : SystemTexts.Silence(silence),
            ],
            isMissing);
    }

    private static string ReasonOf(RefusalSort sort)
    {
        return sort.Door == "grpc"
            ? SystemTexts.Status(sort.Reason)
            : ProblemCode.All.FirstOrDefault(code => code.Code == sort.Reason)?.Title ?? sort.Reason;
    }

    private static string Time(DateTimeOffset time)
    {
        return time.ToLocalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);
    }
}
