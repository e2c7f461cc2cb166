using System.Text;
using Google.Protobuf;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Formats.Tests.Damage;

/// <summary>
/// Thousands of damaged files of every format against the server as it is deployed, with little memory: it answers each within its time,
/// goes on living, and accepts none that lost a cell.
/// </summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Exhaustive")]
public sealed class DamagedFilesTests(ConvertedReports reports)
{
    private const string Report = "xushui-2024";
    private const int Files = 2000;
    private const int Some = 40;
    private const long MostMemory = 256L * 1024 * 1024;

    // An answer takes milliseconds; what takes as long as this hangs, however busy the machine is.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    [OfficeTheory]
    [InlineData("docx")]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("pdf")]
    [InlineData("ofd")]
    [InlineData("html")]
    [InlineData("txt")]
    public async Task Validate_DamagedFiles_AnsweredInTimeAndMemory(string format)
    {
        var file = format == "txt" ? Encoding.UTF8.GetBytes(new Sample(Report).Text) : reports.Read(Report, format);
        var server = new ServerProcess();
        server.Options["DOTNET_GCHeapHardLimit"] = $"{MostMemory / 16 * 7:X}";
        server.Options["DOTNET_GCConserveMemory"] = "5";
        // Pages of compiled code are mapped once, and counted once.
        server.Options["DOTNET_EnableWriteXorExecute"] = "0";
        server.Options["DOTNET_gcServer"] = "0";
        await server.InitializeAsync();
        try
        {
            var judge = new Judge(await server.Client.ValidateAsync(Request(file)).ResponseAsync.InTime());
            await Exhaustive.TryAsync(Enumerable.Range(0, Files), Some, async seed =>
            {
                var reply = await server.Client.ValidateAsync(Request(Mutations.Random(file, seed))).ResponseAsync.InTime();
                reply.Provenance.Duration?.ToTimeSpan().ShouldBeLessThan(LongestAnswer);
                judge.Fault(reply, hasChecksums: format is "docx" or "odt" or "ofd").ShouldBeNull();
            }, format);
            server.Process.HasExited.ShouldBeFalse();
            server.Process.PeakMemory().ShouldBeInRange(1, MostMemory);
            server.Output.ShouldNotContain("fail:");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static ValidateRequest Request(byte[] content) => new() { Content = ByteString.CopyFrom(content) };
}
