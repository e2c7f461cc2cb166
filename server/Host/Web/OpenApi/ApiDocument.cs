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
        [ProblemCode.BadRequest, ProblemCode.Slow, ProblemCode.TooLarge, ProblemCode.MediaType, ProblemCode.Throttled, ProblemCode.Busy];

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
        document.Info = new OpenApiInfo { Title = Texts.ApiTitle, Version = Name };
        // The document holds wherever it is fetched from.
        document.Servers = [];
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
            Parameter("id", ParameterLocation.Query, JsonSchemaType.String, Texts.ApiId),
            Parameter("omit_report", ParameterLocation.Query, JsonSchemaType.Boolean, Texts.ApiOmitReport),
            Parameter(FileNames.Header, ParameterLocation.Header, JsonSchemaType.String, Texts.ApiFileName),
            Parameter("Content-Disposition", ParameterLocation.Header, JsonSchemaType.String, Texts.ApiDisposition),
        ];
        Fill(document, Operation.Rules, rules, OfGate);
        Fill(document, Operation.Rule, rule, [ProblemCode.NotFound, .. OfGate])
            .Parameters = [Parameter("id", ParameterLocation.Path, JsonSchemaType.String, Texts.ApiRuleId, required: true)];
        Fill(document, Operation.Status, status, []);
        Fill(document, Operation.Healthz, Text("ok"), []);
        Fill(document, Operation.Readyz, Text("ready"), [ProblemCode.NotReady]);
    }

    private static OpenApiOperation Fill(
        OpenApiDocument document, Operation operation, Dictionary<string, OpenApiMediaType> answer, ProblemCode[] problems)
    {
        var described = document.Paths[operation.Path].Operations![operation.Method];
        described.OperationId = operation.Id;
        described.Summary = operation.Summary;
        described.Description = operation.Detail;
        described.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = operation.Summary, Content = answer },
        };
        foreach (var problem in problems.Concat(Common))
        {
            var schema = new OpenApiSchemaReference(Problem, document);
            described.Responses[problem.Status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = problem.Title,
                Content = Media(ProblemResponse.ContentType, schema),
            };
        }

        return described;
    }

    private static OpenApiRequestBody Upload()
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = Texts.ApiFile };
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
        var code = String(Texts.ApiProblemCode);
        code.Enum = [.. ProblemCode.All.Select(problem => (JsonNode)problem.Code)];
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = String(),
            ["title"] = String(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = String(),
            ["instance"] = String(),
            ["code"] = code,
            ["requestId"] = String(Texts.ApiRequestId),
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = Texts.ApiProblem,
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
