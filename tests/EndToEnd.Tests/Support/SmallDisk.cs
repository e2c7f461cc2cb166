using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A real file system in memory that is soon full; gone with the test.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder)
    {
        _folder = folder;
    }

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Mounts it.</summary>
    public static async Task<SmallDisk> MountAsync(string folder, int kibibytes)
    {
        Directory.CreateDirectory(folder);
        var mount = await ChildProcess.RunAsync("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", folder);
        mount.ExitCode.ShouldBe(0, mount.Errors);
        return new SmallDisk(folder);
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        var unmount = await ChildProcess.RunAsync("umount", "--lazy", _folder);
        unmount.ExitCode.ShouldBe(0, unmount.Errors);
    }
}
