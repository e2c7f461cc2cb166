namespace Validation.Tests.Support;

/// <summary>What runs programs in another language.</summary>
/// <param name="Program">Its command.</param>
/// <param name="Missing">What it lacks on this machine. Null: nothing.</param>
/// <param name="Promised">Whether the test command has promised that it works here: then its tests fail instead of being skipped.</param>
internal sealed record ForeignRuntime(string Program, string? Missing, bool Promised)
{
    /// <summary>Python with gRPC, and protoc.</summary>
    public static ForeignRuntime Python { get; } = FindPython();

    /// <summary>.NET, which is always there.</summary>
    public static ForeignRuntime DotNet { get; } = new("dotnet", Missing: null, Promised: true);

    /// <summary>Ruby with gRPC, and protoc.</summary>
    public static ForeignRuntime Ruby { get; } = FindRuby();

    /// <summary>What generates gRPC code for Java.</summary>
    public const string GrpcJavaPlugin = "/usr/bin/grpc_java_plugin";

    /// <summary>The packages of grpc-java and what they need, where Debian puts them.</summary>
    public static IReadOnlyList<string> JavaPackages { get; } =
    [
        .. new[]
            {
                "grpc-api", "grpc-context", "grpc-core", "grpc-netty", "grpc-protobuf", "grpc-protobuf-lite", "grpc-stub", "protobuf",
                "guava", "perfmark-api", "geronimo-annotation-1.3-spec", "netty-buffer", "netty-codec", "netty-codec-http",
                "netty-codec-http2", "netty-common", "netty-handler", "netty-resolver", "netty-transport",
            }
            .Select(name => $"/usr/share/java/{name}.jar"),
    ];

    /// <summary>A JDK with the packages of grpc-java, and protoc.</summary>
    public static ForeignRuntime Java { get; } = FindJava();

    /// <summary>Wine, with a display that nobody sees and what looks at it and clicks.</summary>
    public static ForeignRuntime Wine { get; } = FindWine();

    /// <summary>A Linux desktop with a panel and notifications, on a display that nobody sees, with what looks at it and clicks.</summary>
    public static ForeignRuntime Desktop { get; } = FindDesktop();

    /// <summary>A web browser.</summary>
    public static ForeignRuntime Chromium { get; } =
        new("chromium", Works("chromium", "--version") ? null : "chromium", IsPromised("CHROMIUM"));

    /// <summary>A C++ compiler with the headers of protobuf, and protoc.</summary>
    public static ForeignRuntime Cpp { get; } = new(
        "g++",
        !Works("g++", "--version") ? "g++"
            : !File.Exists("/usr/include/google/protobuf/message.h") ? "libprotobuf-dev"
            : Works("protoc", "--version") ? null : "protoc (protobuf-compiler)",
        IsPromised("CPP"));

    /// <summary>What generates code for Go, and protoc.</summary>
    public static ForeignRuntime Go { get; } = new(
        "protoc",
        !Works("sh", "-c", "command -v protoc-gen-go") ? "protoc-gen-go"
            : !Works("sh", "-c", "command -v protoc-gen-go-grpc") ? "protoc-gen-go-grpc"
            : Works("protoc", "--version") ? null : "protoc (protobuf-compiler)",
        IsPromised("GO"));

    /// <summary>buf, among the modules of a folder, and protoc.</summary>
    public static ForeignRuntime Buf { get; } = Node("tests/tools/contract", "@bufbuild/buf");

    /// <summary>axe, which looks at pages as people do who see little or use no mouse.</summary>
    public static ForeignRuntime Axe { get; } = Node("tests/tools/axe", "axe-core");

    /// <summary>The compiler of TypeScript and what generates a client from an OpenAPI document.</summary>
    public static ForeignRuntime TypeScript { get; } = Node("client/examples/typescript", "openapi-typescript");

    /// <summary>Why a test that needs it is skipped. Null: it is not.</summary>
    public string? Skip => Missing is null || Promised ? null : $"{Missing} is missing; bash tests/run.sh installs what it may";

    /// <summary>Node with a package, such as "@grpc/grpc-js", among the modules of a folder.</summary>
    public static ForeignRuntime Node(string folder, string package)
    {
        var modules = Path.Combine(SourceTree.Root, folder, "node_modules", package);
        var missing = !Works("node", "--version") ? "node" : Directory.Exists(modules) ? null : $"npm ci in {folder}";
        return new ForeignRuntime("node", missing, IsPromised("NODE"));
    }

    private static ForeignRuntime FindPython()
    {
        // Debian's modules belong to Debian's Python, which need not be the first on the path.
        string[] pythons = ["/usr/bin/python3", "python3"];
        var python = pythons.FirstOrDefault(program => Works(program, "-c", "import grpc, google.protobuf"));
        var missing = python is null
            ? "Python with python3-grpcio and python3-protobuf"
            : Works("protoc", "--version") ? null : "protoc (protobuf-compiler)";
        return new ForeignRuntime(python ?? "python3", missing, IsPromised("PYTHON"));
    }

    private static ForeignRuntime FindWine()
    {
        // Debian keeps the 64 bit loader off the path.
        string[] loaders = ["/usr/lib/wine/wine64", "wine64", "wine"];
        var loader = loaders.FirstOrDefault(program => Works(program, "--version"));
        var missing = loader is null ? "wine64"
            : !Works("sh", "-c", "command -v xdotool") ? "xdotool"
            : !Works("sh", "-c", "command -v import") ? "import (imagemagick)"
            : !Works("sh", "-c", "command -v Xvfb") ? "Xvfb (xvfb)"
            : !File.Exists("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc") ? "fonts-wqy-microhei" : null;
        return new ForeignRuntime(loader ?? "wine64", missing, IsPromised("WINE"));
    }

    private static ForeignRuntime FindDesktop()
    {
        string[] programs = ["Xvfb", "dbus-daemon", "xfce4-panel", "dunst", "xdotool", "import", "dpkg"];
        var missing = programs.FirstOrDefault(program => !Works("sh", "-c", $"command -v {program}"));
        return new ForeignRuntime("xfce4-panel", missing, IsPromised("DESKTOP"));
    }

    private static ForeignRuntime FindRuby()
    {
        var missing = !Works("ruby", "-e", "require 'grpc'") ? "Ruby with ruby-grpc"
            : Works("protoc", "--version") ? null : "protoc (protobuf-compiler)";
        return new ForeignRuntime("ruby", missing, IsPromised("RUBY"));
    }

    private static ForeignRuntime FindJava()
    {
        var missing = !Works("javac", "-version") ? "a JDK"
            : !File.Exists(GrpcJavaPlugin) ? "protobuf-compiler-grpc-java-plugin"
            : JavaPackages.FirstOrDefault(jar => !File.Exists(jar))
                ?? (Works("protoc", "--version") ? null : "protoc (protobuf-compiler)");
        return new ForeignRuntime("java", missing, IsPromised("JAVA"));
    }

    private static bool IsPromised(string name)
    {
        return Environment.GetEnvironmentVariable($"TESTS_PROMISE_{name}") == "1";
    }

    /// <summary>Whether a program can be run.</summary>
    public static bool Works(string program, params string[] arguments)
    {
        try
        {
            return Task.Run(() => ChildProcess.RunAsync(program, arguments)).GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
