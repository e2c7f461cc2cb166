using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;
using Validation.V1;

namespace Validation.Server.Web.Uploads;

/// <summary>Reads the form of a page on which people choose drafts: fields, then any number of files, and last year's report. The limits
/// are those of a call with many drafts.</summary>
internal sealed class DraftForm(ServerOptions options, ByteBudget budget, TimeProvider time)
{
    /// <summary>The name of the part with last year's report.</summary>
    public const string PriorPart = "prior";

    /// <summary>The most that a field holds which is no file, unless a page says otherwise, in bytes.</summary>
    private const int FieldBytes = 8 * 1024;

    private const int MostParts = 300;

    /// <summary>Reads the form to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="wish">Whether the replies are wanted with the report.</param>
    /// <param name="verify">Looks at the fields before the first file is read, and throws where the form may not be sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="fieldBytes">The most that a field may hold which is no file; all of them together hold little more.</param>
    /// <returns>The drafts, to be disposed of, in the order of the form. Of one that is too large nothing is kept.</returns>
    /// <exception cref="ProblemException">The form is broken, holds too much, or comes too slowly.</exception>
    public async Task<IReadOnlyList<SubmittedDraft>> ReadAsync(
        HttpRequest request, ReportWish wish, Func<IReadOnlyDictionary<string, string>, Task> verify, CancellationToken cancellationToken,
        int fieldBytes = FieldBytes)
    {
        var most = (long)options.UnfinishedBytes + UploadForm.OtherBytes;
        if (request.ContentLength > most)
        {
            throw new ProblemException(ProblemCode.TooLarge, WebTexts.FormTooLarge(options.UnfinishedBytes));
        }

        await using var body = new RequestBody(request.BodyReader, new Pace(options, time), time);
        var reader = new MultipartReader(FieldForm.BoundaryOf(request), body) { BodyLengthLimit = most };
        var received = new Received(wish);
        try
        {
            var isVerified = false;
            var left = fieldBytes + UploadForm.OtherBytes;
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var parts = 1; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                var disposition = parts > MostParts ? null : section.GetContentDispositionHeader();
                if (disposition is null)
                {
                    throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormBroken);
                }

                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (!disposition.IsFileDisposition())
                {
                    var held = budget.Open(request.HttpContext.Principal());
                    fields[name] = await FieldForm.FieldAsync(section.Body, Math.Min(fieldBytes, left), held, cancellationToken);
                    left -= Encoding.UTF8.GetByteCount(fields[name]);
                    continue;
                }

                if (!isVerified)
                {
                    await verify(fields);
                    isVerified = true;
                }

                await TakeAsync(section, name == PriorPart, FileNames.Of(disposition), received, request, cancellationToken);
            }

            if (!isVerified)
            {
                await verify(fields);
            }

            return received.Drafts();
        }
        catch (Exception fault)
        {
            received.Dispose();
            var isBroken = fault is InvalidDataException
                || (fault is IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested);
            if (isBroken)
            {
                throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormBroken);
            }

            throw;
        }
    }

    private async Task TakeAsync(
        MultipartSection section, bool isPrior, string name, Received received, HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var held = budget.Open(request.HttpContext.Principal());
            var content = await UploadBody.ReadAsync(section.Body, options.DocumentBytes, held, cancellationToken);
            // A browser sends a part without a name and without content for a field in which nothing was chosen.
            if (name.Length == 0 && content.Length == 0)
            {
                content.Dispose();
                return;
            }

            received.Add(isPrior, name, content);
        }
        catch (DocumentTooLargeException)
        {
            // What is left of it is passed over when the next part is asked for.
            received.AddTooLarge(isPrior, name);
        }
    }

    /// <summary>What has arrived. Disposes of it where the rest does not come.</summary>
    private sealed class Received(ReportWish wish) : IDisposable
    {
        private readonly List<SubmittedDraft> _drafts = [];
        private SubmittedPrior? _prior;

        public void Add(bool isPrior, string name, DraftBuffer content)
        {
            if (isPrior)
            {
                Compare(new SubmittedPrior(name, content.ToContent(), Buffer: content));
            }
            else
            {
                _drafts.Add(new SubmittedDraft("", name, content.ToContent(), wish, Buffer: content));
            }
        }

        public void AddTooLarge(bool isPrior, string name)
        {
            if (isPrior)
            {
                Compare(new SubmittedPrior(name, default, IsTooLarge: true));
            }
            else
            {
                _drafts.Add(new SubmittedDraft("", name, default, wish, Reason.DocumentTooLarge));
            }
        }

        public List<SubmittedDraft> Drafts()
        {
            if (_prior is null)
            {
                return _drafts;
            }

            if (_drafts.Count != 1)
            {
                throw new ProblemException(ProblemCode.BadRequest, WebTexts.PriorOfOneDraft);
            }

            return [_drafts[0] with { Prior = _prior }];
        }

        private void Compare(SubmittedPrior prior)
        {
            if (_prior is not null)
            {
                prior.Dispose();
                throw new ProblemException(ProblemCode.BadRequest, WebTexts.OnePriorOnly);
            }

            _prior = prior;
        }

        public void Dispose()
        {
            _prior?.Dispose();
            foreach (var draft in _drafts)
            {
                draft.Dispose();
            }
        }
    }
}
