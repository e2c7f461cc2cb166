using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Validation.Client.Connection;

/// <summary>Which calls are made again when a server has too much to do, restarts, or is not there: those that change nothing, and the
/// filing of a report, which changes nothing the second time. When it says
/// by "grpc-retry-pushback-ms" when to come again, it is asked then (gRFC A6). Publish and Rollback are never repeated: nobody knows what
/// became of the first attempt. Streams have reasons of their own to begin anew, so they stand in the code that reads them.</summary>
internal static class CallPolicy
{
    /// <summary>How often a call is made at most.</summary>
    public const int MostAttempts = 5;

    private const string Validator = "validation.v1.Validator";
    private const string RuleAdmin = "validation.v1.RuleAdmin";
    private const string Archive = "validation.v1.Archive";

    private static readonly string[] Readings =
        ["GetRuleSet", "Lint", "Test", "Diff", "History", "Explain", "Evaluate", "GetStatus"];

    private static readonly string[] OfArchive = ["File", "Get", "List", "Overview", "GetStatus"];

    /// <summary>The policies as a channel takes them.</summary>
    public static ServiceConfig ServiceConfig()
    {
        var repeated = new MethodConfig
        {
            Names =
            {
                new MethodName { Service = Validator, Method = "Validate" },
                new MethodName { Service = Validator, Method = "ReadClaims" },
            },
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = MostAttempts,
                InitialBackoff = TimeSpan.FromSeconds(0.25),
                MaxBackoff = TimeSpan.FromSeconds(2),
                BackoffMultiplier = 2,
                RetryableStatusCodes = { StatusCode.ResourceExhausted, StatusCode.Unavailable },
            },
        };
        foreach (var method in Readings)
        {
            repeated.Names.Add(new MethodName { Service = RuleAdmin, Method = method });
        }

        foreach (var method in OfArchive)
        {
            repeated.Names.Add(new MethodName { Service = Archive, Method = method });
        }

        return new ServiceConfig { MethodConfigs = { repeated } };
    }
}
