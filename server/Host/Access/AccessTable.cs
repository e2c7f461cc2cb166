using System.Collections.Frozen;
using Validation.Server.Web;

namespace Validation.Server.Access;

/// <summary>What each method needs: the one place where that stands, for gRPC and for HTTP alike.</summary>
internal static class AccessTable
{
    private const Roles Reading = Roles.All;
    private const Roles Trying = Roles.Author | Roles.Publisher;
    private const Roles Looking = Roles.Author | Roles.Publisher | Roles.Auditor;

    /// <summary>The routes, and the roles of which one is needed. None: everybody may.</summary>
    private static readonly FrozenDictionary<string, Roles> Needs = new Dictionary<string, Roles>(StringComparer.Ordinal)
    {
        ["/validation.v1.Validator/Validate"] = Roles.Checking,
        ["/validation.v1.Validator/ValidateStream"] = Roles.Checking,
        ["/validation.v1.Validator/ReadClaims"] = Roles.Checking,
        ["/validation.v1.RuleAdmin/GetStatus"] = Roles.None,
        ["/validation.v1.RuleAdmin/Watch"] = Reading,
        ["/validation.v1.RuleAdmin/Explain"] = Reading,
        ["/validation.v1.RuleAdmin/GetRuleSet"] = Reading,
        ["/validation.v1.RuleAdmin/History"] = Looking,
        ["/validation.v1.RuleAdmin/GetUsage"] = Looking,
        ["/validation.v1.RuleAdmin/Lint"] = Trying,
        ["/validation.v1.RuleAdmin/Test"] = Trying,
        ["/validation.v1.RuleAdmin/Diff"] = Trying,
        ["/validation.v1.RuleAdmin/Try"] = Roles.Author,
        ["/validation.v1.RuleAdmin/Evaluate"] = Roles.Author,
        ["/validation.v1.RuleAdmin/Publish"] = Roles.Publisher,
        ["/validation.v1.RuleAdmin/Rollback"] = Roles.Publisher,
        ["/validation.v1.KeyAdmin/Create"] = Roles.Publisher,
        ["/validation.v1.KeyAdmin/Revoke"] = Roles.Publisher,
        ["/validation.v1.KeyAdmin/List"] = Roles.Publisher | Roles.Auditor,
        ["/validation.v1.KeyAdmin/Audit"] = Roles.Auditor,
        ["/validation.v1.BodyAdmin/Import"] = Roles.Publisher,
        ["/validation.v1.BodyAdmin/Remove"] = Roles.Publisher,
        ["/validation.v1.BodyAdmin/List"] = Looking,
        ["/validation.v1.BodyAdmin/Match"] = Looking,
        ["/validation.v1.AcceptanceAdmin/Accept"] = Roles.Publisher,
        ["/validation.v1.AcceptanceAdmin/Revoke"] = Roles.Publisher,
        ["/validation.v1.AcceptanceAdmin/List"] = Looking,
        ["/validation.v1.Operations/Backup"] = Roles.Publisher,
        ["/validation.v1.Operations/Restore"] = Roles.Publisher,
        ["/metrics"] = Roles.None,
        ["/grpc.health.v1.Health/Check"] = Roles.None,
        ["/grpc.health.v1.Health/List"] = Roles.None,
        ["/grpc.health.v1.Health/Watch"] = Roles.None,
        ["/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = Roles.None,
        ["/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = Roles.None,
        [Operation.Validate.Path] = Roles.Checking,
        [Operation.Rules.Path] = Reading,
        [Operation.Rule.Path] = Reading,
        [Operation.Status.Path] = Roles.None,
        [Operation.Healthz.Path] = Roles.None,
        [Operation.Readyz.Path] = Roles.None,
        [Web.OpenApi.ApiDocument.Pattern] = Roles.None,
        ["/"] = Roles.None,
        ["/docs"] = Roles.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a request needs. A route that is not in the table needs a role that nobody has by itself: a method that was forgotten
    /// here is closed, not open.</summary>
    public static Roles Of(Endpoint? endpoint)
    {
        // Without a route there is nothing to protect: the answer is that there is no such address.
        if (endpoint is not RouteEndpoint { RoutePattern.RawText: { } route } || IsUnimplemented(route))
        {
            return Roles.None;
        }

        return Needs.GetValueOrDefault(route, Roles.Publisher);
    }

    /// <summary>Whether the table says anything about a route.</summary>
    public static bool Knows(string route)
    {
        return Needs.ContainsKey(route) || IsUnimplemented(route);
    }

    /// <summary>The package answers methods that a service does not have.</summary>
    private static bool IsUnimplemented(string route)
    {
        return route.Contains("{unimplementedMethod", StringComparison.Ordinal);
    }
}
