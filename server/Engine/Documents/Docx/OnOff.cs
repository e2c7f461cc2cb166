namespace Validation.Engine.Documents.Docx;

/// <summary>Values of properties that are on or off. [ISO 29500-1] 22.9.2.7</summary>
internal static class OnOff
{
    /// <summary>True also when there is no value.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");
}
