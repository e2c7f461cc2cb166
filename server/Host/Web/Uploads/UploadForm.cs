using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>A file of a form.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Content">Its bytes, to be disposed of.</param>
internal sealed record UploadedFile(string FileName, DraftBuffer Content);

/// <summary>The files of a form.</summary>
/// <param name="Draft">The document to check.</param>
/// <param name="Prior">Last year's report. Null: there is none in the form.</param>
internal sealed record UploadedFiles(UploadedFile Draft, UploadedFile? Prior);

/// <summary>A document in a form of the type multipart/form-data: the part that is a file, and last year's report, the file in the part
/// with the name "prior". Other parts are skipped.</summary>
internal static class UploadForm
{
    /// <summary>What a form may hold beside the document, in bytes.</summary>
    public const int OtherBytes = 64 * 1024;

    private const int LongestBoundary = 70;
    private const int MostParts = 100;
    private const string PriorPart = "prior";

    /// <summary>Reads the form to its end.</summary>
    /// <exception cref="DocumentTooLargeException">The file is too large.</exception>
    /// <exception cref="ProblemException">There is no file, or more than one of a kind, or the form is broken.</exception>
    public static async Task<UploadedFiles> ReadAsync(
        Stream body, MediaTypeHeaderValue type, int limit, Func<HeldBytes> hold, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormBroken);
        }

        // The form is bounded as a whole: it cannot be larger than the document and a little more.
        var reader = new MultipartReader(boundary, body) { BodyLengthLimit = (long)limit + OtherBytes };
        var files = new Dictionary<bool, UploadedFile>();
        try
        {
            for (var parts = 1; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                // A form without an end would keep its place for ever.
                if (parts > MostParts)
                {
                    throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormBroken);
                }

                await TakeAsync(section, files, limit, hold, cancellationToken);
            }

            return files.TryGetValue(false, out var draft)
                ? new UploadedFiles(draft, files.GetValueOrDefault(true))
                : throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormWithoutFile);
        }
        catch (Exception fault)
        {
            foreach (var file in files.Values)
            {
                file.Content.Dispose();
            }

            if (fault is InvalidDataException or IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
            {
                throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormBroken);
            }

            throw;
        }
    }

    /// <param name="section">The part.</param>
    /// <param name="files">Gets the file of the part: last year's report under true, the draft under false.</param>
    /// <param name="limit">Bytes of a document.</param>
    /// <param name="hold">Opens an account for a file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private static async Task TakeAsync(
        MultipartSection section,
        Dictionary<bool, UploadedFile> files,
        int limit,
        Func<HeldBytes> hold,
        CancellationToken cancellationToken)
    {
        var disposition = section.GetContentDispositionHeader();
        if (disposition is null || !disposition.IsFileDisposition())
        {
            using var skipped = await SkipAsync(section.Body, hold(), cancellationToken);
            return;
        }

        var isPrior = HeaderUtilities.RemoveQuotes(disposition.Name).Equals(PriorPart, StringComparison.Ordinal);
        if (files.ContainsKey(isPrior))
        {
            throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormWithSeveralFiles);
        }

        var name = FileNames.Of(disposition);
        try
        {
            files.Add(isPrior, new UploadedFile(name, await UploadBody.ReadAsync(section.Body, limit, hold(), cancellationToken)));
        }
        catch (DocumentTooLargeException)
        {
            throw new DocumentTooLargeException(name);
        }
    }

    private static async Task<DraftBuffer> SkipAsync(Stream part, HeldBytes held, CancellationToken cancellationToken)
    {
        try
        {
            return await UploadBody.ReadAsync(part, OtherBytes, held, cancellationToken);
        }
        catch (DocumentTooLargeException)
        {
            throw new ProblemException(ProblemCode.TooLarge, WebTexts.FormPartTooLarge(OtherBytes));
        }
    }
}
