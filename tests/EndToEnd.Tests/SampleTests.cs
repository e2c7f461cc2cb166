using System.Text.Json;
using Google.Protobuf;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests;

/// <summary>Real reports, through the real server.</summary>
public sealed class SampleTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private static readonly JsonFormatter Json =
        new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithFormatDefaultValues(true));

    public static TheoryData<string> Names => new(Repository.Samples.Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sample_Validated_HasTheCellsOfItsTruth(string name)
    {
        var sample = Repository.PathOf("tests", "samples", name);
        var reply = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();

        using var json = JsonDocument.Parse(Json.Format(reply));
        CellCheck.Differences(json.RootElement, CellCheck.Truth(sample)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Samples_InOneBatch_GetTheSameRepliesAsAlone()
    {
        using var batch = server.Client.ValidateStream();
        foreach (var sample in Repository.Samples)
        {
            foreach (var part in Parts(sample))
            {
                await batch.RequestStream.WriteAsync(part).InTime();
            }
        }

        await batch.RequestStream.CompleteAsync().InTime();
        var answered = 0;
        while (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            var reply = batch.ResponseStream.Current;
            var alone = await server.Client.ValidateAsync(FindingLines.Request(reply.Id)).ResponseAsync.InTime();
            alone.Id = reply.Id;
            alone.Provenance.Duration = reply.Provenance.Duration;
            reply.ShouldBe(alone);
            answered++;
        }

        answered.ShouldBe(Repository.Samples.Count);
    }

    /// <summary>The sample in parts of 1,000 bytes, which cut characters in two.</summary>
    private static IEnumerable<ValidateRequest> Parts(string sample)
    {
        var chunks = File.ReadAllBytes(sample).Chunk(1000).ToList();
        return chunks.Select((chunk, index) => new ValidateRequest
        {
            Id = sample,
            FileName = Path.GetFileName(sample),
            Content = ByteString.CopyFrom(chunk),
            Continued = index < chunks.Count - 1,
        });
    }
}
