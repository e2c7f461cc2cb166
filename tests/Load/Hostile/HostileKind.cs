using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using Validation.Load.Principals;
using Validation.V1;

namespace Validation.Load.Hostile;

/// <summary>What a hostile principal does, in a loop that ends with its token.</summary>
/// <param name="Name">What it is called in the figures.</param>
/// <param name="Run">Does it.</param>
/// <param name="NeedsWeb">Whether it is done to the JSON interface.</param>
internal sealed record HostileKind(string Name, Func<Principal, Figures, CancellationToken, Task> Run, bool NeedsWeb = false)
{
    private const int Mebibyte = 1024 * 1024;
    private const int MostCharacters = 1_000_000;
    private const int Streams = 8;
    private const int Uploads = 10;

    private const string UploadHeader =
        "POST /v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>All kinds: principals take turns.</summary>
    public static IReadOnlyList<HostileKind> All { get; } =
    [
        new("heavy pdf", (principal, figures, stop) => SendAsync(HeavyPdf(), principal, figures, stop)),
        new("4 MB text", (principal, figures, stop) => SendAsync(LargeText(), principal, figures, stop)),
        new("long report", (principal, figures, stop) => SendAsync(LongReport(), principal, figures, stop)),
        new("slow uploads", TrickleAsync, NeedsWeb: true),
        new("unfinished drafts", HoldAsync),
    ];

    /// <summary>A PDF of 300 KB whose one page is drawn with 150 million operators.</summary>
    public static byte[] HeavyPdf()
    {
        using var inflated = new MemoryStream();
        using (var deflate = new ZLibStream(inflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("q Q ", 75_000)));
            for (var turn = 0; turn < 1_000; turn++)
            {
                deflate.Write(block);
            }
        }

        var file = new MemoryStream();
        var places = new List<long>();
        void Add(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin(string text)
        {
            places.Add(file.Length);
            Add($"{places.Count} 0 obj\n{text}");
        }

        Add("%PDF-1.4\n");
        Begin("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin("<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Begin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n");
        Begin($"<</Filter/FlateDecode/Length {inflated.Length}>>\nstream\n");
        inflated.WriteTo(file);
        Add("\nendstream\nendobj\n");
        var table = file.Length;
        Add($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Add($"{place:D10} 00000 n \n"));
        Add($"trailer\n<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] LargeText()
    {
        var text = new StringBuilder("某市人民政府2024年政府信息公开工作年度报告\n一、总体情况\n");
        for (var number = 0; text.Length < (4 * Mebibyte) - (64 * 1024); number++)
        {
            text.Append(number % 1_000).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A report over and over again, as long as a text may be.
    private static byte[] LongReport()
    {
        var report = Encoding.UTF8.GetString(Drafts.Next("txt", 0).Content.Span);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(report, MostCharacters / report.Length)));
    }

    private static async Task SendAsync(byte[] content, Principal principal, Figures figures, CancellationToken cancellationToken)
    {
        var client = new Validator.ValidatorClient(principal.Channel);
#pragma warning disable CS0612 // What clients of version 0.2.0 say.
        var request = new ValidateRequest { Content = UnsafeByteOperations.UnsafeWrap(content), OmitReport = true };
#pragma warning restore CS0612
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RepeatAsync(
            async () =>
            {
                var start = Stopwatch.GetTimestamp();
                await client.ValidateAsync(request, principal.Headers, cancellationToken: cancellationToken);
                figures.Answer(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            },
            figures,
            cancellationToken)));
    }

    // 256 bytes a second over HTTP.
    private static Task TrickleAsync(Principal principal, Figures figures, CancellationToken cancellationToken)
    {
        return Task.WhenAll(Enumerable.Range(0, Uploads).Select(_ => RepeatAsync(
            async () =>
            {
                await using var connection = await principal.ConnectWebAsync(cancellationToken);
                await connection.WriteAsync(Encoding.ASCII.GetBytes(UploadHeader), cancellationToken);
                while (true)
                {
                    await connection.WriteAsync(Encoding.ASCII.GetBytes($"100\r\n{new string('x', 256)}\r\n"), cancellationToken);
                    await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
                }
            },
            figures,
            cancellationToken)));
    }

    // Two unfinished drafts of 30 MiB in every stream.
    private static Task HoldAsync(Principal principal, Figures figures, CancellationToken cancellationToken)
    {
        var client = new Validator.ValidatorClient(principal.Channel);
        var part = ByteString.CopyFrom(new byte[64 * 1024]);
        return Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => RepeatAsync(
            async () =>
            {
                using var call = client.ValidateStream(principal.Headers, cancellationToken: cancellationToken);
                for (var number = 0; number < 30 * 16 * 2; number++)
                {
                    var message = new ValidateRequest { Id = number % 2 == 0 ? "a" : "b", Content = part, Continued = true };
                    await call.RequestStream.WriteAsync(message, cancellationToken);
                }

                await call.ResponseStream.MoveNext(cancellationToken);
            },
            figures,
            cancellationToken)));
    }

    private static async Task RepeatAsync(Func<Task> one, Figures figures, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await one();
            }
            catch (Exception fault)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return;
                }

                figures.End(fault);
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
