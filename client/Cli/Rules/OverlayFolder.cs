using System.Text;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Writes rule files into an empty folder, to be edited there.</summary>
/// <param name="folder">The folder. It is created if need be.</param>
internal sealed class OverlayFolder(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether the folder is empty or missing, so that files can be written.</summary>
    public bool IsFree => !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <summary>Writes the rule files into the folder, which is made where it is missing.</summary>
    /// <param name="below">The subfolder; empty: the folder itself.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>The path that was not written because it leads out of the folder; null: all were written.</returns>
    /// <exception cref="IOException">The disk does not want it.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not.</exception>
    public async Task<string?> WriteAsync(string below, IReadOnlyCollection<RuleFile> files, CancellationToken cancellationToken)
    {
        var root = Path.Combine(folder, below);
        Directory.CreateDirectory(root);
        if (files.FirstOrDefault(file => !IsInside(file.Path)) is { } stray)
        {
            return stray.Path;
        }

        foreach (var file in files)
        {
            var path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, Utf8, cancellationToken);
        }

        return null;
    }

    private static bool IsInside(string path) =>
        path.Length > 0
        && !path.Any(c => c is '\\' or ':' || char.IsControl(c))
        && path.Split('/').All(part => part is not ("" or "." or ".."));
}
