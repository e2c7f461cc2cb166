namespace Validation.Tests.Support;

/// <summary>The programs that were built with the tests.</summary>
internal static class BuiltProgram
{
    /// <summary>A program's assembly: from the build with the same configuration and framework as the tests.</summary>
    public static string PathOf(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(SourceTree.Root, project, "bin", output.Parent!.Name, output.Name, assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built: dotnet build Validation.sln", path);
    }
}
