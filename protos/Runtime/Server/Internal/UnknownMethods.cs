using Grpc.Core;
using Grpc.Core.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Answers calls of methods and services that are not mapped. Leaves all other requests alone.</summary>
internal sealed class UnknownMethods(IOptions<GrpcServiceOptions> options, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");
    private readonly HashSet<string> _mapped = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes, IEnumerable<string> serviceNames)
    {
        foreach (var name in serviceNames)
        {
            MapOnce(routes, name + "/{unimplementedMethod}", "unimplementedMethod", "Method is unimplemented.");
        }

        if (options.Value.IgnoreUnknownServices != true)
        {
            MapOnce(routes, "{unimplementedService}/{unimplementedMethod}", "unimplementedService", "Service is unimplemented.");
        }
    }

    private void MapOnce(IEndpointRouteBuilder routes, string template, string constrained, string detail)
    {
        if (!_mapped.Add(template))
        {
            return;
        }

        var policies = new RouteValueDictionary { [constrained] = new GrpcRequestConstraint() };
        var pattern = RoutePatternFactory.Parse(template, defaults: null, policies);
        routes.Map(pattern, context => Answer(context, detail))
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Post]))
            .WithDisplayName($"gRPC - {detail}");
    }

    private Task Answer(HttpContext context, string detail)
    {
        if (RequestCheck.IsGrpc(context, _logger))
        {
            ServerLog.MethodUnimplemented(_logger, context.Request.Path.Value);
            context.Response.ContentType = GrpcHeaders.ContentType;
            ResponseStatus.Write(context.Response.Headers, new Status(StatusCode.Unimplemented, detail), null);
        }

        return Task.CompletedTask;
    }

    private sealed class GrpcRequestConstraint : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext is not null && GrpcHeaders.IsGrpc(httpContext.Request.ContentType);
    }
}
