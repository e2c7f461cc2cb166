using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Alpha = Grpc.Reflection.V1Alpha;

namespace Validation.Server.Tests.Grpc;

public sealed class ReflectionTests
{
    private const string ValidatorFile = "validation/v1/validator.proto";

    [Fact]
    public async Task ListServices_Running_NamesEveryMappedService()
    {
        var response = await AskAsync(new ServerReflectionRequest { ListServices = "" });

        response.ListServicesResponse.Service.Select(service => service.Name).Order(StringComparer.Ordinal).ShouldBe(
        [
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "validation.v1.AcceptanceAdmin",
            "validation.v1.Archive",
            "validation.v1.BodyAdmin",
            "validation.v1.KeyAdmin",
            "validation.v1.Operations",
            "validation.v1.RuleAdmin",
            "validation.v1.Validator",
        ]);
    }

    [Theory]
    [InlineData("validation.v1.Validator", ValidatorFile)]
    [InlineData("validation.v1.Validator.Validate", ValidatorFile)]
    [InlineData("validation.v1.ValidateRequest", ValidatorFile)]
    [InlineData("validation.v1.Verdict", ValidatorFile)]
    [InlineData("validation.v1.Finding", "validation/v1/finding.proto")]
    [InlineData("validation.v1.Deviation.Kind", "validation/v1/report.proto")]
    [InlineData("google.protobuf.Duration", "google/protobuf/duration.proto")]
    [InlineData("grpc.health.v1.Health.Watch", "health.proto")]
    public async Task FileContainingSymbol_Declared_IsTheFileWithAllItNeeds(string symbol, string file)
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        var files = Files(response);
        files.Select(one => one.Name).ShouldContain(file);
        files.Select(one => one.Name).ShouldBeUnique();
        files.SelectMany(one => one.Dependency).Except(files.Select(one => one.Name), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task FileByFilename_Known_CanBeBuiltFromTheBytesAlone()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileByFilename = ValidatorFile });

        var built = FileDescriptor.BuildFromByteStrings(Sorted(response));
        var method = built.Single(file => file.Name == ValidatorFile).Services.Single().Methods.Single(one => one.Name == "Validate");
        method.InputType.FindFieldByName("content").FieldNumber.ShouldBe(3);
        method.OutputType.FindFieldByName("findings").MessageType.FullName.ShouldBe("validation.v1.Finding");
    }

    [Theory]
    [InlineData("no/such.proto", "")]
    [InlineData("", "validation.v1.Nothing")]
    [InlineData("", "validation")]
    public async Task AnyName_Unknown_IsNotFound(string file, string symbol)
    {
        var request = file.Length > 0
            ? new ServerReflectionRequest { FileByFilename = file }
            : new ServerReflectionRequest { FileContainingSymbol = symbol };

        var response = await AskAsync(request);

        response.ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound);
    }

    [Fact]
    public async Task Alpha_SeveralQuestionsInOneCall_AnswersAsTheNewOne()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var call = new Alpha.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();

        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { ListServices = "*" }).InTime();
        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        call.ResponseStream.Current.ListServicesResponse.Service.Count.ShouldBe(10);
        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { FileByFilename = ValidatorFile }).InTime();
        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto.Count.ShouldBeGreaterThan(1);
        await call.RequestStream.CompleteAsync().InTime();
        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_OpenCall_EndsItAtOnce()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }).InTime();
        await call.ResponseStream.MoveNext(CancellationToken.None).InTime();

        var next = call.ResponseStream.MoveNext(CancellationToken.None).InTime();

        await server.StopAsync();

        var end = await Should.ThrowAsync<RpcException>(next);
        end.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    private static async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request).InTime();
        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        await call.RequestStream.CompleteAsync().InTime();
        return call.ResponseStream.Current;
    }

    private static List<FileDescriptorProto> Files(ServerReflectionResponse response)
    {
        return [.. response.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom)];
    }

    /// <summary>What is imported comes before what imports it.</summary>
    private static List<Google.Protobuf.ByteString> Sorted(ServerReflectionResponse response)
    {
        var left = response.FileDescriptorResponse.FileDescriptorProto.ToDictionary(
            bytes => FileDescriptorProto.Parser.ParseFrom(bytes), bytes => bytes);
        var sorted = new List<Google.Protobuf.ByteString>();
        while (left.Count > 0)
        {
            var next = left.Keys.First(file => !left.Keys.Any(other => file.Dependency.Contains(other.Name)));
            left.Remove(next, out var bytes);
            sorted.Add(bytes!);
        }

        return sorted;
    }
}
