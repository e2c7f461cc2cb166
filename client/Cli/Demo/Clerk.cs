namespace Validation.Cli.Demo;

/// <summary>Saves drafts as a word processor does: writes a temporary file beside the draft, then renames it over the draft.</summary>
/// <param name="folder">The folder of the drafts.</param>
internal sealed class Clerk(string folder)
{
    /// <summary>Saves one draft as Word does: to a temporary file, which then takes the draft's name.</summary>
    public async Task SaveAsync(DemoSave save, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(folder, "~WRL0001.tmp");
        await File.WriteAllBytesAsync(temporary, save.Content(), cancellationToken);
        File.Move(temporary, Path.Combine(folder, save.FileName), overwrite: true);
    }
}
