using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>The example in Java, built with the packages of Debian in a folder of its own.</summary>
internal sealed class JavaClient : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-java-");

    private string Classes => Path.Combine(_folder.FullName, "classes");

    private string ClassPath => string.Join(':', ForeignRuntime.JavaPackages.Prepend(Classes));

    /// <summary>Generates code from the contract and compiles it with the example.</summary>
    public async Task BuildAsync()
    {
        var generated = _folder.CreateSubdirectory("generated").FullName;
        var protos = Repository.PathOf("protos");
        var contract = Directory.GetFiles(Path.Combine(protos, "validation", "v1"), "*.proto");
        var generation = await ChildProcess.RunAsync(
            "protoc",
            [
                $"--proto_path={protos}", $"--java_out={generated}", $"--grpc-java_out={generated}",
                $"--plugin=protoc-gen-grpc-java={ForeignRuntime.GrpcJavaPlugin}", .. contract,
            ]);
        generation.ExitCode.ShouldBe(0, generation.Errors);

        var example = Repository.PathOf("client", "examples", "java", "src", "main", "java", "Check.java");
        var sources = Directory.GetFiles(generated, "*.java", SearchOption.AllDirectories);
        var compilation = await ChildProcess.RunAsync(
            "javac", ["-nowarn", "-encoding", "UTF-8", "-d", Classes, "-cp", ClassPath, example, .. sources]);
        compilation.ExitCode.ShouldBe(0, compilation.Errors);
    }

    public Task<Finished> CheckAsync(string server, IEnumerable<string> files)
    {
        return ChildProcess.RunAsync("java", ["-Dstdout.encoding=UTF-8", "-cp", ClassPath, "Check", "--server", server, .. files]);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
