using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Archive;

/// <summary>The disk of the archive is full: what cannot be kept is refused, and nothing half-written is left.</summary>
[Trait("Size", "Long")]
public sealed class FullArchiveDiskTests
{
    private const int Kibibytes = 24 * 1024;

    // More than what SQLite may still have free in its files.
    private const int Noise = 2_000_000;

    [DiskFact]
    public async Task Report_DiskIsFull_IsRefusedAndTheOthersAreKept()
    {
        var server = new ServerProcess();
        Directory.CreateDirectory(server.DataFolder);
        await using var disk = await SmallDisk.MountAsync(server.DataFolder, Kibibytes);
        try
        {
            await server.InitializeAsync();
            using var filer = new Filer(server);
            var first = await filer.FileAsync(Filer.Report(1));
            disk.Fill();

            var refused = await Should.ThrowAsync<RpcException>(filer.FileAsync(Filer.Report(2, Noise)));

            refused.StatusCode.ShouldBe(StatusCode.Unavailable);
            refused.Status.Detail.ShouldContain("磁盘已满");
            (await filer.WholeReportsAsync()).ShouldBe([first]);
            await server.CheckAsync();
            await server.KillAsync();
            await server.InitializeAsync();
            (await filer.WholeReportsAsync()).ShouldBe([first]);
            await Should.ThrowAsync<RpcException>(filer.FileAsync(Filer.Report(2, Noise)));

            disk.Free();
            var second = await filer.FileAsync(Filer.Report(2, Noise));
            (await filer.WholeReportsAsync()).Select(report => report.Id).ShouldBe([second.Id, first.Id]);
        }
        finally
        {
            await server.KillAsync();
        }
    }
}
