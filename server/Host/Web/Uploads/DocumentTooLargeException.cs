namespace Validation.Server.Web.Uploads;

/// <summary>A document that is larger than the server takes: it is answered, not read.</summary>
/// <param name="fileName">Its name, where that is known.</param>
internal sealed class DocumentTooLargeException(string fileName = "") : Exception
{
    public string FileName { get; } = fileName;
}
