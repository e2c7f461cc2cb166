using Validation.Server.Store;
using Validation.Server.Tests.Support;

namespace Validation.Server.Tests.Store;

public sealed class LastGoodTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private LastGood Good => new(new Disk(new DataFolder(_folder.PathOf("data"))));

    private string File => Path.Combine(_folder.PathOf("data"), LastGood.FileName);

    [Fact]
    public void Read_Nothing_IsNone()
    {
        Good.Read(out var damaged).ShouldBeNull();
        damaged.ShouldBeFalse();
    }

    [Fact]
    public void Written_ReadBack_IsTheSame()
    {
        foreach (var revision in new[] { 0, 1, 1, 2 })
        {
            Good.Write(Stored.Version(revision));

            Good.Read(out var damaged).ShouldBeSame(Stored.Version(revision));
            damaged.ShouldBeFalse();
        }
    }

    [Fact]
    public void Newest_CutOrChangedAnywhere_GivesTheOneBefore()
    {
        Good.Write(Stored.Version(1));
        Good.Write(Stored.Version(2));
        var whole = System.IO.File.ReadAllBytes(File);
        for (var cut = 0; cut < whole.Length; cut++)
        {
            System.IO.File.WriteAllBytes(File, whole[..cut]);
            Good.Read(out var damaged).ShouldBeSame(Stored.Version(1));
            damaged.ShouldBeTrue();

            var changed = (byte[])whole.Clone();
            changed[cut] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            Good.Read(out damaged).ShouldBeSame(Stored.Version(1));
            damaged.ShouldBeTrue();
        }
    }

    [Fact]
    public void Written_OverADamagedOne_KeepsTheOneBefore()
    {
        Good.Write(Stored.Version(1));
        Good.Write(Stored.Version(2));
        System.IO.File.WriteAllText(File, "x");

        Good.Write(Stored.Version(3));
        System.IO.File.WriteAllText(File, "x");

        Good.Read(out _).ShouldBeSame(Stored.Version(1));
    }

    /// <summary>The N-th step on the disk fails, once or for ever, before or half-way: there is always a whole rule set.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Written_AnyStepFails_AWholeOneIsThere(bool forEver, bool halfWay)
    {
        var failed = 0;
        var step = 0;
        do
        {
            step++;
            using var folder = new TemporaryFolder();
            var disk = new Disk(new DataFolder(folder.Path));
            new LastGood(disk).Write(Stored.Version(1));
            new LastGood(disk).Write(Stored.Version(2));
            var broken = new FailingDisk(disk, step, forEver, halfWay);

            failed = Attempt(new LastGood(broken), 3) + Attempt(new LastGood(broken), 3);

            new LastGood(disk).Read(out _).ShouldBeSame(Stored.Version(failed == 2 ? 2 : 3));
        }
        while (failed > 0);

        step.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void Files_Made_AreForTheOwnerAlone()
    {
        Good.Write(Stored.Version(1));

        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(_folder.PathOf("data"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    /// <returns>1: it failed.</returns>
    private static int Attempt(LastGood good, long revision)
    {
        try
        {
            good.Write(Stored.Version(revision));
            return 0;
        }
        catch (IOException)
        {
            return 1;
        }
    }
}
