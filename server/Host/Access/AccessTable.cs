using System.Collections.Frozen;

namespace Validation.Server.Access;

/// <summary>The table of the roles that each method needs, for gRPC and for HTTP alike. No other place decides this.</summary>
internal static class AccessTable
{
    private const Roles Reading = Roles.All;
    private const Roles Trying = Roles.Author | Roles.Publisher;
    private const Roles Filing = Roles.Filer | Roles.Publisher;
    private const Roles Consulting = Roles.Filer | Looking;
    private const Roles Looking = Roles.Author | Roles.Publisher | Roles.Auditor;

    /// <summary>The routes with the roles of which a caller needs one, with the HTTP method before them where it makes a difference.
    /// Roles.None: no role is needed.</summary>
    private static readonly FrozenDictionary<string, Roles> Needs =
        NeedsOfCalls().Concat(NeedsOfWeb()).Concat(NeedsOfPages()).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The roles of which a request needs one. A route that is not in the table needs the role publisher, so that a method that
    /// was forgotten here is closed, not open.</summary>
    public static Roles Of(Endpoint? endpoint)
    {
        // A request without a route gets the answer that there is no such address; there is nothing to protect.
        if (endpoint is not RouteEndpoint { RoutePattern.RawText: { } route } || IsUnimplemented(route))
        {
            return Roles.None;
        }

        return Needs.TryGetValue(route, out var need) || Needs.TryGetValue(WithMethod(endpoint, route), out need) ? need : Roles.Publisher;
    }

    /// <summary>Whether somebody with those roles may ask for a route, such as "/check".</summary>
    public static bool Lets(Roles roles, string route)
    {
        return Needs.TryGetValue(route, out var need) && (need == Roles.None || (roles & need) != Roles.None);
    }

    /// <summary>Whether the table says anything about a route.</summary>
    public static bool Knows(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!;
        return Needs.ContainsKey(route) || Needs.ContainsKey(WithMethod(endpoint, route)) || IsUnimplemented(route);
    }

    private static Dictionary<string, Roles> NeedsOfCalls() => new(StringComparer.Ordinal)
    {
        ["/validation.v1.Validator/Validate"] = Roles.Checking,
        ["/validation.v1.Validator/ValidateStream"] = Roles.Checking,
        ["/validation.v1.Validator/ReadClaims"] = Roles.Checking,
        ["/validation.v1.Validator/Annotate"] = Roles.Checking,
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
        ["/validation.v1.RuleAdmin/Inspect"] = Roles.Author,
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
        ["/validation.v1.Archive/File"] = Filing,
        ["/validation.v1.Archive/Get"] = Consulting,
        ["/validation.v1.Archive/List"] = Consulting,
        ["/validation.v1.Archive/Export"] = Consulting,
        ["/validation.v1.Archive/Overview"] = Consulting,
        ["/validation.v1.Archive/GetStatus"] = Consulting,
        ["/validation.v1.Archive/TryRules"] = Trying,
        ["/validation.v1.Archive/Remove"] = Roles.Publisher,
        ["/validation.v1.Operations/Backup"] = Roles.Publisher,
        ["/validation.v1.Operations/Restore"] = Roles.Publisher,
    };

    private static Dictionary<string, Roles> NeedsOfWeb() => new(StringComparer.Ordinal)
    {
        ["/metrics"] = Roles.None,
        ["/grpc.health.v1.Health/Check"] = Roles.None,
        ["/grpc.health.v1.Health/List"] = Roles.None,
        ["/grpc.health.v1.Health/Watch"] = Roles.None,
        ["/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = Roles.None,
        ["/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = Roles.None,
        ["/v1/validate"] = Roles.Checking,
        ["/v1/annotate"] = Roles.Checking,
        ["/v1/rules"] = Reading,
        ["/v1/rules/{id}"] = Reading,
        ["/v1/status"] = Roles.None,
        ["POST /v1/archive"] = Filing,
        ["GET /v1/archive"] = Consulting,
        ["/v1/archive/export"] = Consulting,
        ["/v1/archive/overview"] = Consulting,
        ["/v1/archive/try"] = Trying,
        ["/v1/archive/status"] = Consulting,
        ["/v1/archive/current"] = Consulting,
        ["GET /v1/archive/{id}"] = Consulting,
        ["DELETE /v1/archive/{id}"] = Roles.Publisher,
        ["/v1/archive/{id}/original"] = Consulting,
        ["/healthz"] = Roles.None,
        ["/readyz"] = Roles.None,
        ["/openapi/{documentName}.json"] = Roles.None,
    };

    private static Dictionary<string, Roles> NeedsOfPages() => new(StringComparer.Ordinal)
    {
        ["/"] = Roles.None,
        ["/docs"] = Roles.None,
        ["/pages/{file}"] = Roles.None,
        ["/start"] = Roles.None,
        ["/signin"] = Roles.None,
        ["/signout"] = Roles.None,
        ["/check"] = Roles.Checking,
        ["/checked"] = Roles.Checking,
        ["/annotated"] = Roles.Checking,
        ["/overview"] = Consulting,
        ["/overview/findings"] = Consulting,
        ["/overview/reports"] = Consulting,
        ["/overview/report"] = Consulting,
        ["/overview/original"] = Consulting,
        ["/overview/missing"] = Consulting,
        ["/overview/missing/export"] = Consulting,
        ["/overview/export"] = Consulting,
        ["/rules"] = Reading,
        ["/rule"] = Reading,
        ["/rule-edited"] = Trying,
        ["/rules-history"] = Looking,
        ["/rules-version"] = Looking,
        ["/rules-rolled-back"] = Roles.Publisher,
        ["/tried"] = Roles.Checking,
        ["/system"] = Looking,
        ["/keys"] = Roles.Publisher | Roles.Auditor,
        ["/key-created"] = Roles.Publisher,
        ["/key-revoked"] = Roles.Publisher,
        ["/audit"] = Roles.Auditor,
        ["/rules-edit"] = Trying,
        ["/rules-draft"] = Trying,
        ["/rules-lint"] = Trying,
        ["/rules-words"] = Trying,
        ["/rules-checked"] = Trying,
        ["/rules-tested"] = Trying,
        ["/rules-tried"] = Roles.Author,
        ["/rules-tried-archive"] = Trying,
        ["/rules-published"] = Roles.Publisher,
    };

    private static string WithMethod(Endpoint endpoint, string route)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return methods is [var only] ? $"{only} {route}" : route;
    }

    /// <summary>True for the routes with which the gRPC package answers methods that a service does not have.</summary>
    private static bool IsUnimplemented(string route)
    {
        return route.Contains("{unimplementedMethod", StringComparison.Ordinal);
    }
}
