using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests;

/// <summary>Whatever people send, they get an answer, and the server lives.</summary>
public sealed class BadInputTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public async Task EmptyFile_Sent_IsNotDecided()
    {
        await GetsAsync([], Reason.EmptyDocument);
    }

    [Fact]
    public async Task PictureNamedText_Sent_IsNotDecided()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, .. "IHDR"u8, .. new byte[500]];

        await GetsAsync(picture, Reason.UnsupportedFormat);
    }

    [Fact]
    public async Task Novel_Sent_IsNotDecided()
    {
        string[] sentences = ["夜里下了一场雨，江上的船都没有开。", "老人坐在门口，数着檐下的水滴。", "“明年再走吧。”她说，声音很轻。", "第二天，他们谁也没有提起这件事。"];
        var novel = new StringBuilder();
        for (var line = 0; line < 20_000; line++)
        {
            novel.Append(sentences[line % sentences.Length]).Append(line % 7 == 0 ? "\n" : "");
        }

        await GetsAsync(Encoding.UTF8.GetBytes(novel.ToString()), Reason.NotAReport);
    }

    [Fact]
    public async Task RandomBytes_Sent_AreNotDecided()
    {
        var random = new Random(20_240_131);
        for (var size = 64; size <= Mebibyte; size *= 4)
        {
            var noise = new byte[size];
            random.NextBytes(noise);
            await GetsAsync(noise, Reason.UndecodableText, Reason.UnsupportedFormat, Reason.NotAReport);
        }
    }

    [Fact]
    public async Task FortyMebibytes_InOneMessage_AreResourceExhausted()
    {
        var request = new ValidateRequest { Content = ByteString.CopyFrom(new byte[40 * Mebibyte]) };

        var refusal = await Should.ThrowAsync<RpcException>(server.Client.ValidateAsync(request).ResponseAsync.InTime());

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        await IsUnharmedAsync();
    }

    [Fact]
    public async Task FortyMebibytes_InParts_AreTooLarge()
    {
        using var batch = server.Client.ValidateStream();
        for (var part = 1; part <= 40; part++)
        {
            var content = ByteString.CopyFrom(new byte[Mebibyte]);
            await batch.RequestStream.WriteAsync(new ValidateRequest { Id = "a", Content = content, Continued = part < 40 }).InTime();
        }

        await batch.RequestStream.CompleteAsync().InTime();

        (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        batch.ResponseStream.Current.Reason.ShouldBe(Reason.DocumentTooLarge);
        batch.ResponseStream.Current.ReasonText.ShouldNotBeEmpty();
        (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeFalse();
        await IsUnharmedAsync();
    }

    private async Task GetsAsync(byte[] content, params Reason[] reasons)
    {
        var request = new ValidateRequest { Id = "a", FileName = "年报.txt", Content = ByteString.CopyFrom(content) };

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reasons.ShouldContain(reply.Reason);
        reply.ReasonText.ShouldNotBeEmpty();
        reply.Findings.ShouldBeEmpty();
        await IsUnharmedAsync();
    }

    /// <summary>The same process still reads a report, and has logged no error.</summary>
    private async Task IsUnharmedAsync()
    {
        var reply = await server.Client.ValidateAsync(FindingLines.Request(Repository.Samples[0])).ResponseAsync.InTime();
        reply.Report.ShouldNotBeNull();
        server.Process.HasExited.ShouldBeFalse();
        server.Output.ShouldNotContain("fail:");
        server.Output.ShouldNotContain("crit:");
    }
}
