namespace Validation.Client.Monitor;

/// <summary>Programs of the user's system, such as the one that opens files. They are looked for on the path alone: .NET would also look
/// beside the running program and in the current folder, where anybody may have put something of the same name.</summary>
public static class SystemProgram
{
    /// <summary>Finds a program of the system by its name.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <returns>Its full path; null: it is not on the path.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
