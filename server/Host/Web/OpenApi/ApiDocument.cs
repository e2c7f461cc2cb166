using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Web.OpenApi;

/// <summary>The OpenAPI document: the operations that are mapped, with the shapes of the contract.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Pattern = "/openapi/{documentName}.json";
    public const string Path = "/openapi/v1.json";

    private const string Problem = "Problem";

    private static readonly ProblemCode[] OfUploads =
        [ProblemCode.BadRequest, ProblemCode.Slow, ProblemCode.TooLarge, ProblemCode.MediaType, ProblemCode.Throttled,
            ProblemCode.Busy, ProblemCode.NotReady, ProblemCode.Stopping];

    private static readonly ProblemCode[] OfGate = [ProblemCode.Unauthenticated, ProblemCode.Forbidden, ProblemCode.Busy];

    private static readonly ProblemCode[] Common = [ProblemCode.Method, ProblemCode.Fault];

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => Operation.All.Any(operation => operation.Path == $"/{description.RelativePath}");
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = ApiWords.Title, Version = Name };
        // The document holds wherever it is fetched from.
        document.Servers = [];
        document.Tags = null;
        var schemas = new ProtoSchemas(document, ProtoComments.Own);
        var reply = Json(schemas.Reference(ValidateReply.Descriptor));
        var rules = Json(schemas.Reference(RuleList.Descriptor));
        var rule = Json(schemas.Reference(ExplainReply.Descriptor));
        var status = Json(schemas.Reference(RuleStatus.Descriptor));
        document.Components!.Schemas![Problem] = ProblemSchema();

        var validate = Fill(document, Operation.Validate, reply, [.. OfUploads, .. OfGate]);
        validate.RequestBody = Upload();
        validate.Parameters =
        [
            Parameter("id", ParameterLocation.Query, JsonSchemaType.String, ApiWords.Id),
            Parameter("include_report", ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.IncludeReport),
            OmitReport(),
            Pretty(),
            Parameter(FileNames.Header, ParameterLocation.Header, JsonSchemaType.String, ApiWords.FileName),
            Parameter("Content-Disposition", ParameterLocation.Header, JsonSchemaType.String, ApiWords.Disposition),
        ];
        Fill(document, Operation.Rules, rules, [ProblemCode.BadRequest, .. OfGate]).Parameters = [Pretty()];
        Fill(document, Operation.Rule, rule, [ProblemCode.BadRequest, ProblemCode.NotFound, .. OfGate]).Parameters =
            [Parameter("id", ParameterLocation.Path, JsonSchemaType.String, ApiWords.RuleId, required: true), Pretty()];
        Fill(document, Operation.Status, status, [ProblemCode.BadRequest]).Parameters = [Pretty()];
        Fill(document, Operation.Healthz, Text("ok"), []);
        Fill(document, Operation.Readyz, Text("ready"), [ProblemCode.NotReady, ProblemCode.Stopping]);
    }

    private static OpenApiOperation Fill(
        OpenApiDocument document, Operation operation, Dictionary<string, OpenApiMediaType> answer, ProblemCode[] problems)
    {
        var described = document.Paths[operation.Path].Operations![operation.Method];
        described.OperationId = operation.Id;
        (described.Summary, described.Description) = ApiWords.Of(operation);
        // The framework tags with a name for the page.
        described.Tags = null;
        described.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = described.Summary, Content = answer },
        };
        foreach (var same in problems.Concat(Common).Distinct().GroupBy(problem => problem.Status))
        {
            described.Responses[same.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = ApiWords.Of(same),
                Content = Media(ProblemResponse.ContentType, new OpenApiSchemaReference(Problem, document)),
                Headers = ProblemResponse.SaysWhen(same.Key) ? RetryAfter() : null,
            };
        }

        return described;
    }

    private static Dictionary<string, IOpenApiHeader> RetryAfter()
    {
        var seconds = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1" };
        return new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["Retry-After"] = new OpenApiHeader { Description = ApiWords.RetryAfter, Required = true, Schema = seconds },
        };
    }

    private static OpenApiParameter Pretty()
    {
        return Parameter(QueryReader.Pretty, ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.Pretty);
    }

    private static OpenApiParameter OmitReport()
    {
        var parameter = Parameter("omit_report", ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.OmitReport);
        parameter.Deprecated = true;
        return parameter;
    }

    private static OpenApiRequestBody Upload()
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = ApiWords.File };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = file },
            Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
        };
        var content = Media(MediaTypeNames.Multipart.FormData, form);
        content.Add(MediaTypeNames.Application.Octet, new OpenApiMediaType { Schema = file });
        return new OpenApiRequestBody { Required = true, Content = content };
    }

    private static OpenApiParameter Parameter(
        string name, ParameterLocation where, JsonSchemaType type, string description, bool required = false)
    {
        var schema = new OpenApiSchema { Type = type };
        return new OpenApiParameter { Name = name, In = where, Schema = schema, Description = description, Required = required };
    }

    private static OpenApiSchema ProblemSchema()
    {
        OpenApiSchema String(string? description = null) => new() { Type = JsonSchemaType.String, Description = description };
        var code = String(ApiWords.ProblemCode);
        code.Enum = [.. ProblemCode.All.Select(problem => (JsonNode)problem.Code)];
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = String(),
            ["title"] = String(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = String(),
            ["instance"] = String(),
            ["code"] = code,
            ["requestId"] = String(ApiWords.RequestId),
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = ApiWords.Problem,
            Properties = properties,
            Required = properties.Keys.ToHashSet(StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema)
    {
        return Media(MediaTypeNames.Application.Json, schema);
    }

    private static Dictionary<string, OpenApiMediaType> Text(string example)
    {
        return Media(MediaTypeNames.Text.Plain, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [example] });
    }

    private static Dictionary<string, OpenApiMediaType> Media(string type, IOpenApiSchema schema)
    {
        return new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };
    }
}
