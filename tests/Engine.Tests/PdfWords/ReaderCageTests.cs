using Validation.Engine.Tests.Support;
using Validation.PdfWords;
using Validation.Tests.Support;

namespace Validation.Engine.Tests.PdfWords;

/// <summary>What binds a process that reads, as Linux sees it from outside.</summary>
public sealed class ReaderCageTests
{
    private const string Secret = "nobody-may-know-this";

    [LinuxFact]
    public void Process_EnvironmentOfTheServer_NothingOfItReachesTheProcess()
    {
        Environment.SetEnvironmentVariable("PGPASSWORD", Secret);
        using var pool = Started();

        var environment = FileOf(pool, "environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);

        environment.ShouldNotBeEmpty();
        environment.ShouldAllBe(variable => variable.StartsWith("DOTNET_", StringComparison.Ordinal));
        environment.ShouldNotContain(variable => variable.Contains(Secret, StringComparison.Ordinal));
    }

    [LinuxFact]
    public void Process_SystemCalls_Filtered()
    {
        using var pool = Started();

        var status = FileOf(pool, "status").Split('\n');

        status.ShouldContain("Seccomp:\t2");
        status.ShouldContain("NoNewPrivs:\t1");
    }

    [LinuxFact]
    public void Process_Limits_Set()
    {
        using var pool = Started();

        var limits = FileOf(pool, "limits").Split('\n')
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        limits.ShouldContain("Max file size 0 0 bytes");
        limits.ShouldContain("Max core file size 0 0 bytes");
        limits.ShouldContain("Max open files 128 128 files");
        limits.ShouldContain($"Max data size {2 * PdfReaders.Options.Memory} {2 * PdfReaders.Options.Memory} bytes");
        limits.ShouldContain(line => line.StartsWith("Max cpu time ", StringComparison.Ordinal) && char.IsAsciiDigit(line[13]));
    }

    [LinuxFact]
    public void Process_Priority_BelowTheServer()
    {
        using var pool = Started();

        ProcessTable.Niceness(pool.Processes.Single()).ShouldBe(ProcessTable.Niceness(Environment.ProcessId) + 5);
    }

    [LinuxFact]
    public void Process_OpenFiles_OnlyItsOwn()
    {
        using var pool = Started();

        var files = new DirectoryInfo($"/proc/{pool.Processes.Single()}/fd").EnumerateFileSystemInfos();
        var open = files.Select(file => file.LinkTarget ?? "").ToList();

        open.ShouldNotContain(file => file.StartsWith("socket:", StringComparison.Ordinal));
        open.ShouldNotContain(file => file.EndsWith(".db", StringComparison.Ordinal));
    }

    private static ReaderPool Started()
    {
        var pool = new ReaderPool(PdfReaders.Options);
        var file = new PdfSketch().AddPage().Write(60, 100, "年报").ToArray();
        pool.Read(file, EngineLimits.Default, CancellationToken.None).Pages.ShouldNotBeEmpty();
        return pool;
    }

    private static string FileOf(ReaderPool pool, string name) => File.ReadAllText($"/proc/{pool.Processes.Single()}/{name}");
}

/// <summary>A test of what only Linux does.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "this is done on Linux only";
}
