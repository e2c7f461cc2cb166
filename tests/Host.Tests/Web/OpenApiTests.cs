using System.Text.Json;
using Validation.Server.Tests.Support;
using Validation.Server.Web;
using Validation.Server.Web.OpenApi;
using Validation.Server.Web.Problems;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Web;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Document_Structure_IsWhole()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var document = await DocumentAsync(server);
        var check = new SchemaCheck(document);

        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        SchemaCheck.References(document).Where(reference => check.Resolve(reference) is null).ShouldBeEmpty();
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .ShouldBe(Operation.All.Select(operation => operation.Path).Distinct(), ignoreOrder: true);
        foreach (var operation in Operation.All)
        {
            var described = OperationOf(document, operation);
            described.GetProperty("operationId").GetString().ShouldBe(operation.Id);
            described.GetProperty("summary").GetString().ShouldBe(ApiWords.Of(operation).Summary);
            described.GetProperty("responses").EnumerateObject().Count().ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public async Task Schemas_OfMessages_CarryTheCommentsOfTheContract()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var schemas = (await DocumentAsync(server)).GetProperty("components").GetProperty("schemas");

        foreach (var schema in schemas.EnumerateObject())
        {
            schema.Value.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(schema.Name);
        }

        var finding = schemas.GetProperty("Finding").GetProperty("properties");
        finding.EnumerateObject().ShouldAllBe(field => field.Value.GetProperty("description").GetString()!.Length > 0);
        finding.GetProperty("title").GetProperty("description").GetString().ShouldBe("The rule's title, such as \"收办平衡\".");
        schemas.GetProperty("Verdict").GetProperty("enum").EnumerateArray().Select(name => name.GetString())
            .ShouldBe(["VERDICT_NOT_DECIDED", "VERDICT_ACCEPT", "VERDICT_REJECT"]);
        schemas.GetProperty("Verdict").GetProperty("description").GetString()!.ShouldContain("- VERDICT_REJECT: At least one finding");
    }

    [Fact]
    public async Task Answers_Real_FitTheirSchemas()
    {
        await using var server = await RunningServer.StartAsync();
        var document = await DocumentAsync(server);
        var texts = new[] { await WarmUpReport.ReadAsync(), "没有年报", "" };

        foreach (var text in texts)
        {
            using var content = Uploads.Form(text);
            using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();
            var answer = await response.Content.ReadAsStringAsync().InTime();
            Faults(document, Operation.Validate, "200", "application/json", answer).ShouldBeEmpty();
        }

        using var broken = Uploads.Raw("{}", "application/json");
        using var refused = await server.Http.PostAsync(Uploads.Path, broken).InTime();
        var problem = await refused.Content.ReadAsStringAsync().InTime();
        var rules = await server.Http.GetStringAsync(Operation.Rules.Path).InTime();
        var status = await server.Http.GetStringAsync(Operation.Status.Path).InTime();
        await server.PublishAsync(TestRules.Finding("local-a"));
        var rule = await server.Http.GetStringAsync("/v1/rules/local-a").InTime();

        Faults(document, Operation.Validate, "415", ProblemResponse.ContentType, problem).ShouldBeEmpty();
        Faults(document, Operation.Rules, "200", "application/json", rules).ShouldBeEmpty();
        Faults(document, Operation.Status, "200", "application/json", status).ShouldBeEmpty();
        Faults(document, Operation.Rule, "200", "application/json", rule).ShouldBeEmpty();
        Faults(document, Operation.Rules, "200", "application/json", problem).ShouldNotBeEmpty("The check itself must see what is wrong.");
    }

    [Fact]
    public async Task Upload_Described_NamesBodiesAndOptions()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var validate = OperationOf(await DocumentAsync(server), Operation.Validate);

        validate.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name)
            .ShouldBe(["multipart/form-data", "application/octet-stream"]);
        validate.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(
                ["id", "include_report", "omit_report", "previous", "without_archive", "pretty", "X-File-Name", "Content-Disposition"]);
        validate.GetProperty("responses").EnumerateObject().Select(response => response.Name)
            .ShouldBe(["200", "400", "408", "413", "415", "429", "503", "401", "403", "405", "500"], ignoreOrder: true);
    }

    [Fact]
    public async Task Document_InOneLanguage_SaysWhatIsAlwaysSetAndWhenToComeAgain()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var document = await DocumentAsync(server);

        var words = Operation.All.Select(operation => OperationOf(document, operation)).SelectMany(Descriptions)
            .Concat(Descriptions(document.GetProperty("components").GetProperty("schemas").GetProperty("Problem")))
            .Append(document.GetProperty("info").GetProperty("title").GetString()!).ToList();
        words.Count.ShouldBeGreaterThan(30);
        words.Where(text => text.Any(letter => letter >= '\u2E80')).ShouldBeEmpty();

        var schemas = document.GetProperty("components").GetProperty("schemas");
        Required("ValidateReply").ShouldContain("provenance");
        Required("ValidateReply").ShouldNotContain("report");
        new[] { "disclosure", "applications", "disputes" }.ShouldBeSubsetOf(Required("Report"));
        Required("ApplicantRow").Count.ShouldBe(7);
        Required("Cell").ShouldNotContain("value");
        foreach (var status in new[] { "429", "503" })
        {
            OperationOf(document, Operation.Validate).GetProperty("responses").GetProperty(status).GetProperty("headers")
                .GetProperty("Retry-After").GetProperty("schema").GetProperty("type").GetString().ShouldBe("integer");
        }

        List<string> Required(string name) =>
            [.. schemas.GetProperty(name).GetProperty("required").EnumerateArray().Select(field => field.GetString()!)];
    }

    /// <summary>What is said to whoever reads the document: summaries and descriptions, at any depth.</summary>
    private static IEnumerable<string> Descriptions(JsonElement element)
    {
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
                member.Name is "summary" or "description" or "tags" && member.Value.ValueKind == JsonValueKind.String
                    ? [member.Value.GetString()!]
                    : Descriptions(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Descriptions),
            _ => [],
        };
    }

    private static JsonElement OperationOf(JsonElement document, Operation operation)
    {
        return document.GetProperty("paths").GetProperty(operation.Path).GetProperty(operation.Method.Method.ToLowerInvariant());
    }

    private static List<string> Faults(JsonElement document, Operation operation, string status, string type, string answer)
    {
        var schema = OperationOf(document, operation).GetProperty("responses").GetProperty(status).GetProperty("content")
            .GetProperty(type).GetProperty("schema");
        using var json = JsonDocument.Parse(answer);
        return [.. new SchemaCheck(document).Faults(json.RootElement, schema)];
    }

    private static async Task<JsonElement> DocumentAsync(RunningServer server)
    {
        using var json = JsonDocument.Parse(await server.Http.GetStringAsync("/openapi/v1.json").InTime());
        return json.RootElement.Clone();
    }
}
