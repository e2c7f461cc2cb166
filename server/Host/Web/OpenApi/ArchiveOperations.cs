using System.Net.Mime;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using Validation.Server.Archive;
using Validation.Server.Outcomes;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Web.OpenApi;

/// <summary>The operations of the archive in the OpenAPI document.</summary>
internal static class ArchiveOperations
{
    private static readonly ProblemCode[] Reading = [ProblemCode.BadRequest, ProblemCode.NotReady, .. ApiDocument.OfGate];
    private static readonly ProblemCode[] OfOne = [ProblemCode.NotFound, .. Reading];

    /// <summary>Fills the operations in.</summary>
    public static void Describe(OpenApiDocument document, ProtoSchemas schemas)
    {
        var file = Fill(document, Operation.ArchiveFile, schemas, FileReportReply.Descriptor,
            [ProblemCode.Conflict, ProblemCode.TookTooLong, .. ApiDocument.OfUploads, .. ApiDocument.OfGate],
            "organization", "year", "author", "reason", "expected_id");
        file.RequestBody = ApiDocument.Upload(withPrior: false);
        file.Parameters!.Add(
            ApiDocument.Parameter(FileNames.Header, ParameterLocation.Header, JsonSchemaType.String, ApiWords.FileName));
        file.Parameters.Add(
            ApiDocument.Parameter("Content-Disposition", ParameterLocation.Header, JsonSchemaType.String, ApiWords.Disposition));

        Fill(document, Operation.ArchiveList, schemas, ListFiledReportsReply.Descriptor, Reading,
            [.. ArchiveQuery.Names, "limit", "page_token"]);
        Fill(document, Operation.ArchiveOverview, schemas, OverviewReply.Descriptor, Reading, "year", "superior", "include_bodies");
        Fill(document, Operation.ArchiveStatus, schemas, ArchiveStatus.Descriptor, Reading);
        var lines = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [TableExport.JsonType] = new() { Schema = schemas.Reference(TryRulesReply.Descriptor) },
        };
        var trial = ApiDocument.Fill(
            document, Operation.ArchiveTry, lines, [ProblemCode.Slow, ProblemCode.TooLarge, ProblemCode.Throttled, .. Reading]);
        trial.Parameters = [ApiDocument.Pretty()];
        trial.RequestBody = new OpenApiRequestBody
        {
            Required = true, Content = ApiDocument.Json(schemas.Reference(TryRulesRequest.Descriptor)),
        };
        Fill(document, Operation.ArchiveCurrent, schemas, GetFiledReportReply.Descriptor, OfOne,
            "organization", "year", "include_report", "include_findings");
        WithId(Fill(document, Operation.ArchiveReport, schemas, GetFiledReportReply.Descriptor, OfOne,
            "include_report", "include_findings"));
        WithId(Fill(document, Operation.ArchiveRemove, schemas, RemoveFiledReportReply.Descriptor, OfOne, "author", "reason"));

        var export = ApiDocument.Fill(document, Operation.ArchiveExport, Files("text/csv", TableExport.JsonType), OfOne);
        export.Parameters = [Parameter("format"), Parameter("id"), .. ArchiveQuery.Names.Select(Parameter), ApiDocument.Pretty()];
        var original = ApiDocument.Fill(document, Operation.ArchiveOriginal, Files(MediaTypeNames.Application.Octet), OfOne);
        original.Parameters = [ApiDocument.Pretty()];
        WithId(original);
    }

    private static OpenApiOperation Fill(
        OpenApiDocument document, Operation operation, ProtoSchemas schemas, MessageDescriptor reply, ProblemCode[] problems,
        params string[] parameters)
    {
        var filled = ApiDocument.Fill(document, operation, ApiDocument.Json(schemas.Reference(reply)), problems);
        filled.Parameters = [.. parameters.Select(Parameter), ApiDocument.Pretty()];
        return filled;
    }

    private static void WithId(OpenApiOperation operation)
    {
        var id = ApiDocument.Parameter("id", ParameterLocation.Path, JsonSchemaType.String, ApiWords.ReportId, required: true);
        operation.Parameters!.Insert(0, id);
    }

    private static IOpenApiParameter Parameter(string name)
    {
        var type = name is "year" or "limit" ? JsonSchemaType.Integer
            : name.StartsWith("include_", StringComparison.Ordinal) ? JsonSchemaType.Boolean
            : JsonSchemaType.String;
        return ApiDocument.Parameter(name, ParameterLocation.Query, type, ApiWords.OfArchive[name]);
    }

    private static Dictionary<string, OpenApiMediaType> Files(params IEnumerable<string> types)
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = ApiWords.ArchivedFile };
        return types.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = file }, StringComparer.Ordinal);
    }
}
