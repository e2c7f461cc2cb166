namespace Validation.Client.Drafts;

/// <summary>The formats of drafts, for people and for dialogs.</summary>
public static class DraftFormats
{
    /// <summary>The extensions without their points, such as "docx、doc、wps".</summary>
    public static string Names { get; } = string.Join('、', DraftFiles.Extensions.Select(extension => extension.TrimStart('.')));

    /// <summary>Patterns for the names of files, such as "*.docx;*.doc".</summary>
    public static string Patterns { get; } = string.Join(';', DraftFiles.Extensions.Select(extension => $"*{extension}"));
}
