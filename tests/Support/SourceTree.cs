namespace Validation.Tests.Support;

/// <summary>The source tree that the tests were built in.</summary>
internal static class SourceTree
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Validation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Validation.sln is in no folder above the tests.");
    }
}
