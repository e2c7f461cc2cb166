using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Validation.Server.Outcomes;
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

    /// <summary>What may be wrong with an upload.</summary>
    public static readonly IReadOnlyList<ProblemCode> OfUploads =
        [ProblemCode.BadRequest, ProblemCode.Slow, ProblemCode.TooLarge, ProblemCode.MediaType, ProblemCode.Throttled,
            ProblemCode.Busy, ProblemCode.NotReady, ProblemCode.Stopping];

    /// <summary>Why a request may not pass the gate.</summary>
    public static readonly IReadOnlyList<ProblemCode> OfGate = [ProblemCode.Unauthenticated, ProblemCode.Forbidden, ProblemCode.Busy];

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
        // The addresses in the document hold wherever it was fetched from.
        document.Servers = [];
        document.Tags = null;
        var schemas = new ProtoSchemas(document, ProtoComments.Own);
        var reply = Json(schemas.Reference(ValidateReply.Descriptor));
        var rules = Json(schemas.Reference(RuleList.Descriptor));
        var rule = Json(schemas.Reference(ExplainReply.Descriptor));
        var status = Json(schemas.Reference(RuleStatus.Descriptor));
        document.Components!.Schemas![Problem] = ProblemSchema();

        var validate = Fill(document, Operation.Validate, reply, [.. OfUploads, .. OfGate]);
        validate.RequestBody = Upload(withPrior: true);
        validate.Parameters =
        [
            Parameter("id", ParameterLocation.Query, JsonSchemaType.String, ApiWords.Id),
            Parameter("include_report", ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.IncludeReport),
            OmitReport(),
            Parameter("previous", ParameterLocation.Query, JsonSchemaType.String, ApiWords.Previous),
            Parameter("without_archive", ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.WithoutArchive),
            Pretty(),
            Parameter(FileNames.Header, ParameterLocation.Header, JsonSchemaType.String, ApiWords.FileName),
            Parameter("Content-Disposition", ParameterLocation.Header, JsonSchemaType.String, ApiWords.Disposition),
        ];
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var copy = new Dictionary<string, OpenApiMediaType>(reply, StringComparer.Ordinal)
        {
            [AnnotateEndpoint.Docx] = new OpenApiMediaType { Schema = file },
        };
        var annotate = Fill(document, Operation.Annotate, copy, [.. OfUploads, .. OfGate]);
        annotate.RequestBody = Upload(withPrior: false);
        annotate.Parameters =
        [
            Parameter("id", ParameterLocation.Query, JsonSchemaType.String, ApiWords.Id),
            Pretty(),
            Parameter(FileNames.Header, ParameterLocation.Header, JsonSchemaType.String, ApiWords.FileName),
            Parameter("Content-Disposition", ParameterLocation.Header, JsonSchemaType.String, ApiWords.Disposition),
        ];
        Fill(document, Operation.Rules, rules, [ProblemCode.BadRequest, .. OfGate]).Parameters = [Pretty()];
        Fill(document, Operation.Rule, rule, [ProblemCode.BadRequest, ProblemCode.NotFound, .. OfGate]).Parameters =
            [Parameter("id", ParameterLocation.Path, JsonSchemaType.String, ApiWords.RuleId, required: true), Pretty()];
        Fill(document, Operation.Status, status, [ProblemCode.BadRequest]).Parameters = [Pretty()];
        ArchiveOperations.Describe(document, schemas);
        Fill(document, Operation.Healthz, Text("ok"), []);
        Fill(document, Operation.Readyz, Text("ready"), [ProblemCode.NotReady, ProblemCode.Stopping]);
    }

    internal static OpenApiOperation Fill(
        OpenApiDocument document, Operation operation, Dictionary<string, OpenApiMediaType> answer, ProblemCode[] problems)
    {
        var described = document.Paths[operation.Path].Operations![operation.Method];
        described.OperationId = operation.Id;
        (described.Summary, described.Description) = ApiWords.Of(operation);
        // The framework tags every operation with the title of the page, which says nothing here.
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

    internal static OpenApiParameter Pretty()
    {
        return Parameter(QueryReader.Pretty, ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.Pretty);
    }

    private static OpenApiParameter OmitReport()
    {
        var parameter = Parameter("omit_report", ParameterLocation.Query, JsonSchemaType.Boolean, ApiWords.OmitReport);
        parameter.Deprecated = true;
        return parameter;
    }

    /// <summary>A document as the body of a request.</summary>
    /// <param name="withPrior">Whether last year's report may come with it.</param>
    internal static OpenApiRequestBody Upload(bool withPrior)
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = ApiWords.File };
        var files = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = file };
        if (withPrior)
        {
            files["prior"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = ApiWords.Prior };
        }

        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = files,
            Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
        };
        var content = Media(MediaTypeNames.Multipart.FormData, form);
        content.Add(MediaTypeNames.Application.Octet, new OpenApiMediaType { Schema = file });
        return new OpenApiRequestBody { Required = true, Content = content };
    }

    internal static OpenApiParameter Parameter(
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

    internal static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema)
    {
        return Media(MediaTypeNames.Application.Json, schema);
    }

    private static Dictionary<string, OpenApiMediaType> Text(string example)
    {
        return Media(MediaTypeNames.Text.Plain, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [example] });
    }

    internal static Dictionary<string, OpenApiMediaType> Media(string type, IOpenApiSchema schema)
    {
        return new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };
    }
}
