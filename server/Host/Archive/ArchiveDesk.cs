using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Bodies;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Records;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Files final reports, finds and removes them. Nothing is acknowledged before it is in the store. Thread-safe.</summary>
internal sealed class ArchiveDesk(
    ArchiveStore store, ArchiveReader reader, ArchiveSync sync, RecordBook records, CheckRunner checks, AuditTrail trail,
    ReadingEngine engine, ServerOptions options, TimeProvider time)
{
    private const int DefaultReports = 50;
    private const int MaxReports = 1_000;
    private const char PageMark = 'r';
    private const string IdCharacters = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Reads and checks a document, and files it together with its entry in the audit.</summary>
    /// <param name="slip">What it is filed as.</param>
    /// <param name="content">The document. Not to be touched after the task has ended.</param>
    /// <param name="principal">Whose turn the check takes.</param>
    /// <param name="origin">Who files it.</param>
    /// <param name="cancellationToken">Gives up, as long as nothing is stored.</param>
    /// <returns>What is on file. Invalid: the document is no report, or it does not say whose. Conflict: another version is current than
    /// expected, or several bodies share the name. Otherwise why the document could not be checked.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<FileReportReply>> FileAsync(
        FilingSlip slip, ReadOnlyMemory<byte> content, Principal principal, CallOrigin origin, CancellationToken cancellationToken)
    {
        var draft = new SubmittedDraft("", slip.FileName, content, ReportWish.Whole);
        var check = await checks.CheckOrRefuseAsync(draft, principal, cancellationToken);
        if (!check.IsAnswered(out var reply, out var refusal))
        {
            return refusal;
        }

        if (reply.Report is not { } report)
        {
            return new Refusal(KindOf(reply.Reason), ArchiveTexts.NotFiled(reply.ReasonText));
        }

        var bodies = records.Current.Bodies;
        if (!slip.PlaceOf(report, bodies).IsAnswered(out var place, out refusal))
        {
            return refusal;
        }

        var entry = Entry(slip, place.Organization, place.Year, reply, content.Length, origin);
        var filing = new NewFiling(
            entry, bodies.Of(place.Organization), slip.ExpectedId, ArchivePack.Pack(content), ArchivePack.Pack(report), reply.Findings);
        var note = trail.Entry(origin, "archive_file", AuditTrail.Done, Detail(entry));
        var result = await store.FileAsync(filing, note, cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return result.Report is null
            ? new Refusal(RefusalKind.Conflict, Unexpected(place.Organization, place.Year, result.Previous)) { Field = "expected_id" }
            : Reply(result, reply.Findings);
    }

    /// <summary>One report on file.</summary>
    /// <returns>The report. Invalid: the request does not say which. NotFound: there is none.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<GetFiledReportReply>> GetAsync(GetFiledReportRequest request, CancellationToken cancellationToken)
    {
        var name = BodyRegister.Plain(request.Organization);
        if (request.Id.Length == 0 && (name.Length == 0 || request.Year == 0))
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.WhichReport);
        }

        var found = request.Id.Length > 0
            ? await reader.FindAsync(request.Id, cancellationToken)
            : await reader.FindAsync(records.Current.Bodies.Of(name), request.Year, cancellationToken);
        if (found is null)
        {
            return new Refusal(RefusalKind.NotFound, request.Id.Length > 0
                ? ArchiveTexts.NoSuchReport(OneLine.Of(request.Id))
                : ArchiveTexts.NoneOnFile(OneLine.Of(name), request.Year));
        }

        var reply = new GetFiledReportReply { Report = found.Report };
        if (request.IncludeReport)
        {
            reply.Content = await reader.ContentAsync(found.Number, cancellationToken);
        }

        if (request.IncludeFindings)
        {
            reply.Findings.AddRange(await reader.FindingsAsync(found.Number, cancellationToken));
        }

        return reply;
    }

    /// <summary>The reports on file, the one filed last first.</summary>
    /// <returns>The reports. Invalid: the token is none.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<ListFiledReportsReply>> ListAsync(ListFiledReportsRequest request, CancellationToken cancellationToken)
    {
        var before = long.MaxValue;
        var token = request.PageToken;
        if (token.Length > 0
            && (token[0] != PageMark || !long.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out before)))
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.NoSuchPage) { Field = "page_token" };
        }

        var limit = request.Limit <= 0 ? DefaultReports : Math.Min(request.Limit, MaxReports);
        // One report more than wanted shows whether there are more.
        var found = await reader.ListAsync(FilterOf(request.Filter), before, limit + 1, cancellationToken);
        var next = found.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{PageMark}{found[limit - 1].Number}") : "";
        return new ListFiledReportsReply { Reports = { found.Take(limit).Select(one => one.Report) }, NextPageToken = next };
    }

    /// <summary>Removes a report and notes who did and why.</summary>
    /// <returns>The report. Invalid: no reason or no name was given. NotFound: there is no such report.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<RemoveFiledReportReply>> RemoveAsync(
        RemoveFiledReportRequest request, CallOrigin origin, CancellationToken cancellationToken)
    {
        var author = request.Author.Trim();
        var reason = OneLine.Of(request.Reason).Trim();
        if (!FilingSlip.IsAuthor(author))
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.AuthorInvalid(FilingSlip.MaxAuthor)) { Field = "author" };
        }

        if (reason.Length is 0 or > FilingSlip.MaxReason)
        {
            return new Refusal(RefusalKind.Invalid, ArchiveTexts.RemovalReasonInvalid(FilingSlip.MaxReason)) { Field = "reason" };
        }

        var found = await reader.FindAsync(request.Id, cancellationToken);
        var removed = found is null ? null : await store.RemoveAsync(
            request.Id,
            records.Current.Bodies.Of(found.Report.Organization),
            report => trail.Entry(origin, "archive_remove", AuditTrail.Done, $"{Detail(report)} {author}：{reason}"),
            cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return removed is { } pair
            ? new RemoveFiledReportReply { Report = pair.Removed, Current = pair.Current }
            : new Refusal(RefusalKind.NotFound, ArchiveTexts.NoSuchReport(OneLine.Of(request.Id)));
    }

    /// <summary>How much is on file, and how far this engine has come with reading it again.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var counts = await reader.CountsAsync(EngineRank.Of(engine.Version), cancellationToken);
        return new ArchiveStatus
        {
            Reports = counts.Reports,
            Current = counts.Current,
            EngineVersion = engine.Version,
            Read = counts.Reports - counts.Waiting - counts.Failed,
            Waiting = counts.Waiting,
            Failed = counts.Failed,
        };
    }

    /// <summary>What a filter of the contract means, by the list of bodies that checks use now.</summary>
    public ArchiveFilter FilterOf(FiledReportFilter? filter)
    {
        filter ??= new FiledReportFilter();
        var bodies = records.Current.Bodies;
        var names = filter.Organization.Length > 0 ? bodies.Of(filter.Organization) : null;
        if (filter.Superior.Length > 0)
        {
            var below = bodies.Below(filter.Superior);
            names = names is null ? below : [.. names.Intersect(below, StringComparer.Ordinal)];
        }

        return new ArchiveFilter(
            names, BodyRegister.Plain(filter.OrganizationPrefix), filter.Year, [.. filter.Verdicts.Distinct()], filter.IncludeSuperseded);
    }

    private static RefusalKind KindOf(Reason reason)
    {
        return reason switch
        {
            Reason.DocumentTooLarge => RefusalKind.TooLarge,
            Reason.TimedOut => RefusalKind.TookTooLong,
            Reason.ReaderFailed => RefusalKind.Fault,
            Reason.ReaderUnavailable => RefusalKind.Unavailable,
            _ => RefusalKind.Invalid,
        };
    }

    private static string Unexpected(string organization, int year, FiledReport? current)
    {
        return current is null
            ? ArchiveTexts.NoneIsCurrent(organization, year)
            : ArchiveTexts.AnotherIsCurrent(organization, year, current.Id);
    }

    private static string Detail(FiledReport report)
    {
        return string.Create(
            CultureInfo.InvariantCulture, $"{report.Id} {report.Organization} {report.Year} {report.Verdict} {report.Sha256[..16]}");
    }

    private FileReportReply Reply(FilingResult result, IEnumerable<Finding> findings)
    {
        var reply = new FileReportReply { Report = result.Report, AlreadyFiled = !result.IsNew };
        if (!result.IsNew)
        {
            return reply;
        }

        reply.Superseded = result.Previous;
        reply.Findings.AddRange(findings);
        if (reply.CalculateSize() > options.ReplyBytes)
        {
            // They are on file, and can be asked for.
            reply.Findings.Clear();
        }

        return reply;
    }

    private FiledReport Entry(
        FilingSlip slip, string organization, int year, ValidateReply reply, int size, CallOrigin origin)
    {
        var counting = reply.Findings.Where(finding => finding.Accepted is null).ToLookup(finding => finding.Severity);
        return new FiledReport
        {
            Id = "r" + RandomNumberGenerator.GetString(IdCharacters, 7),
            Organization = organization,
            Year = year,
            NamedOrganization = reply.Report.Organization,
            NamedYear = reply.Report.Year,
            FileName = slip.FileName,
            Size = size,
            Sha256 = reply.Provenance.DocumentSha256,
            DocumentFormat = reply.Provenance.DocumentFormat,
            Verdict = reply.Verdict,
            Reason = reply.Reason,
            Errors = counting[Level.Error].Count(),
            Warnings = counting[Level.Warning].Count(),
            Infos = counting[Level.Info].Count(),
            Accepted = reply.Accepted,
            RuleSetVersion = reply.Provenance.RuleSetVersion,
            EngineVersion = reply.Provenance.EngineVersion,
            Author = slip.Author,
            Principal = origin.Title,
            FilingReason = slip.Reason,
            FiledAt = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
        };
    }
}
