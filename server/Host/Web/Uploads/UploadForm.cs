using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>A document in a form of the type multipart/form-data: the part that is a file. Other parts are skipped.</summary>
internal static class UploadForm
{
    /// <summary>What a form may hold beside the document, in bytes.</summary>
    public const int OtherBytes = 64 * 1024;

    private const int LongestBoundary = 70;
    private const int MostParts = 100;

    /// <summary>Reads the form to its end.</summary>
    /// <exception cref="DocumentTooLargeException">The file is too large.</exception>
    /// <exception cref="ProblemException">There is no file, or more than one, or the form is broken.</exception>
    public static async Task<(string FileName, DraftBuffer Content)> ReadAsync(
        Stream body, MediaTypeHeaderValue type, int limit, Func<HeldBytes> hold, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw new ProblemException(ProblemCode.BadRequest, Texts.FormBroken);
        }

        // What surrounds the parts is bounded too: a form cannot be larger than the document and a little.
        var reader = new MultipartReader(boundary, body) { BodyLengthLimit = (long)limit + OtherBytes };
        (string FileName, DraftBuffer Content)? file = null;
        try
        {
            for (var parts = 1; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                // A form without end would keep its place for ever.
                file = parts > MostParts
                    ? throw new ProblemException(ProblemCode.BadRequest, Texts.FormBroken)
                    : await TakeAsync(section, file, limit, hold, cancellationToken);
            }

            return file ?? throw new ProblemException(ProblemCode.BadRequest, Texts.FormWithoutFile);
        }
        catch (Exception fault)
        {
            file?.Content.Dispose();
            if (fault is InvalidDataException or IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
            {
                throw new ProblemException(ProblemCode.BadRequest, Texts.FormBroken);
            }

            throw;
        }
    }

    private static async Task<(string FileName, DraftBuffer Content)?> TakeAsync(
        MultipartSection section,
        (string FileName, DraftBuffer Content)? file,
        int limit,
        Func<HeldBytes> hold,
        CancellationToken cancellationToken)
    {
        var disposition = section.GetContentDispositionHeader();
        if (disposition is null || !disposition.IsFileDisposition())
        {
            using var skipped = await SkipAsync(section.Body, hold(), cancellationToken);
            return file;
        }

        if (file is not null)
        {
            throw new ProblemException(ProblemCode.BadRequest, Texts.FormWithSeveralFiles);
        }

        var name = FileNames.Of(disposition);
        try
        {
            return (name, await UploadBody.ReadAsync(section.Body, limit, hold(), cancellationToken));
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
            throw new ProblemException(ProblemCode.TooLarge, Texts.FormPartTooLarge(OtherBytes));
        }
    }
}
