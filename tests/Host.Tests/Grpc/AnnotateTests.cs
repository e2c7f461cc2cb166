using System.Net;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Grpc;

/// <summary>Copies with comments, over gRPC and over HTTP, from the engine itself.</summary>
public sealed class AnnotateTests
{
    private const string Name = "2024年 年报“终稿”.docx";
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly byte[] Docx =
        File.ReadAllBytes(Path.Combine(SourceTree.Root, "tests", "samples", "formats", "xushui-2024.docx"));

    [Fact]
    public async Task Annotate_Docx_SendsTheReplyThenTheCopy()
    {
        await using var server = await RunningServer.StartAsync();
        var direct = await server.Client.ValidateAsync(new ValidateRequest { Content = ByteString.CopyFrom(Docx) }).ResponseAsync.InTime();

        var replies = await AnnotateAsync(server, Docx);

        var first = replies[0];
        first.Reply.Id.ShouldBe("甲");
        first.Reply.FileName.ShouldBe(Name);
        first.Reply.Findings.ShouldBe(direct.Findings);
        first.Reply.Report.ShouldBeNull();
        first.Content.ShouldBeEmpty();
        first.Comments.ShouldBe(direct.Findings.Count);
        replies.Skip(1).ShouldAllBe(reply => reply.Reply == null && reply.Content.Length > 0);
        var copy = replies.SelectMany(reply => reply.Content).ToArray();
        copy.LongLength.ShouldBe(first.Length);
        var again = await server.Client.ValidateAsync(new ValidateRequest { Content = ByteString.CopyFrom(copy) }).ResponseAsync.InTime();
        again.Findings.ShouldBe(direct.Findings);
    }

    [Fact]
    public async Task Annotate_ReportInAnotherFormat_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();

        var refusal = await Should.ThrowAsync<RpcException>(AnnotateAsync(server, Encoding.UTF8.GetBytes(await WarmUpReport.ReadAsync())));

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Status.Detail.ShouldContain("docx");
        refusal.Info().Reason.ShouldBe("BAD_REQUEST");
    }

    [Theory]
    [InlineData("\u0089PNG", Reason.UnsupportedFormat)]
    [InlineData("", Reason.EmptyDocument)]
    [InlineData("夜里下了一场雨。", null)]
    public async Task Annotate_WhatIsNoReport_HasAReplyAndNoCopy(string content, Reason? reason)
    {
        await using var server = await RunningServer.StartAsync();

        if (reason is null)
        {
            // A text that was read as a text is no docx, whatever it says.
            (await Should.ThrowAsync<RpcException>(AnnotateAsync(server, Encoding.UTF8.GetBytes(content))))
                .StatusCode.ShouldBe(StatusCode.InvalidArgument);
            return;
        }

        var reply = (await AnnotateAsync(server, Encoding.Latin1.GetBytes(content))).ShouldHaveSingleItem();

        reply.Length.ShouldBe(0);
        reply.Reply.Reason.ShouldBe(reason.Value);
        reply.Reply.ReasonText.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Annotate_LargerThanADocument_HasAReplyAndNoCopy()
    {
        await using var server = await RunningServer.StartAsync(check: null, "DocumentBytes=5000");

        var reply = (await AnnotateAsync(server, Docx)).ShouldHaveSingleItem();

        reply.Reply.Reason.ShouldBe(Reason.DocumentTooLarge);
        reply.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Annotate_TheRestDoesNotCome_IsEnded()
    {
        await using var server = await RunningServer.StartAsync(check: null, "UnfinishedTime=00:00:00.5");
        using var call = server.Client.Annotate();
        await call.RequestStream.WriteAsync(new AnnotateRequest { Content = ByteString.CopyFrom(Docx[..100]) }).InTime();

        var refusal = await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext(CancellationToken.None).InTime());

        refusal.StatusCode.ShouldBe(StatusCode.Aborted);
    }

    [Fact]
    public async Task Post_Docx_IsADownload()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new ByteArrayContent(Docx);
        content.Headers.TryAddWithoutValidation("X-File-Name", Uri.EscapeDataString(Name));

        using var response = await server.Http.PostAsync("/v1/annotate?id=a", content).InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(DocxType);
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("2024年 年报“终稿”（批注）.docx");
        var copy = await response.Content.ReadAsByteArrayAsync().InTime();
        copy.Length.ShouldBeGreaterThan(Docx.Length);
        copy[..4].ShouldBe(Docx[..4]);
    }

    [Fact]
    public async Task Post_WhatIsNoReport_IsTheReply()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G']);

        using var response = await server.Http.PostAsync("/v1/annotate", content).InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync().InTime()).ShouldContain("REASON_UNSUPPORTED_FORMAT");
    }

    [Fact]
    public async Task Post_OtherFormat_IsABadRequest()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = Uploads.Raw(await WarmUpReport.ReadAsync());

        using var response = await server.Http.PostAsync("/v1/annotate", content).InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync().InTime()).ShouldContain("docx");
    }

    private static async Task<List<AnnotateReply>> AnnotateAsync(RunningServer server, byte[] content)
    {
        const int Piece = 7000;
        using var call = server.Client.Annotate();
        for (var sent = 0; sent == 0 || sent < content.Length; sent += Piece)
        {
            var piece = ByteString.CopyFrom(content.AsSpan(sent, Math.Min(Piece, content.Length - sent)));
            var (id, name) = sent == 0 ? ("甲", Name) : ("", "");
            var request = new AnnotateRequest { Id = id, FileName = name, Content = piece };
            try
            {
                await call.RequestStream.WriteAsync(request).InTime();
            }
            catch (Exception ended) when (ended is RpcException or InvalidOperationException)
            {
                break;
            }
        }

        await call.RequestStream.CompleteAsync().InTime();
        var replies = new List<AnnotateReply>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            replies.Add(call.ResponseStream.Current);
        }

        return replies;
    }
}
