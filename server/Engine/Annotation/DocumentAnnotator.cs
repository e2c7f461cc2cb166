using System.Globalization;
using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Docx;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Annotation;

/// <summary>
/// Writes a copy of a docx with a comment for each finding. The draft is read a second time, by the same reader, which now also says where
/// in the part everything stands; only the marks and the comments are added, every other byte of the package stays. Thread-safe.
/// </summary>
/// <param name="limits">How much is read before giving up. Null: <see cref="EngineLimits.Default"/>.</param>
public sealed class DocumentAnnotator(EngineLimits? limits = null)
{
    private const string Docx = "docx";
    private const string ContentTypes = "[Content_Types].xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string Strict = "http://purl.oclc.org/ooxml/";
    private const string StrictRelationship = Strict + "officeDocument/relationships/comments";
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string RelationshipSpace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly EngineLimits _limits = limits ?? EngineLimits.Default;

    /// <summary>Writes the copy. A draft that cannot have comments is a result, never an exception.</summary>
    /// <param name="content">The draft's bytes.</param>
    /// <param name="reply">The reply to it, whole: with its report and all its findings. Accepted findings get no comment.</param>
    /// <param name="date">When it was checked. The same draft, reply and date give the same bytes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AnnotatedCopy Annotate(
        ReadOnlyMemory<byte> content, ValidateReply reply, DateTimeOffset date, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Provenance.DocumentFormat is { Length: > 0 } and not Docx)
        {
            return AnnotatedCopy.None(CopyObstacle.OtherFormat, Texts.Annotation.OtherFormat);
        }

        if (reply.Report is null)
        {
            return AnnotatedCopy.None(CopyObstacle.Unread);
        }

        if (!HasRemarks(reply))
        {
            return new AnnotatedCopy(content, 0);
        }

        try
        {
            return Write(content, reply, date, cancellationToken);
        }
        catch (UnreadableException why)
        {
            var text = why.Reason == Reason.DocumentTooLarge ? Texts.Annotation.TooLarge : Texts.Annotation.NotPossible;
            return AnnotatedCopy.None(CopyObstacle.NotPossible, text);
        }
    }

    private static bool HasRemarks(ValidateReply reply) =>
        reply.Verdict == Verdict.NotDecided || reply.Findings.Any(finding => finding.Accepted is null);

    private AnnotatedCopy Write(ReadOnlyMemory<byte> content, ValidateReply reply, DateTimeOffset date, CancellationToken cancellationToken)
    {
        var package = new Package(content, _limits, cancellationToken);
        var main = Relationships.Read(package, string.Empty).Target(Relationships.MainDocument) ?? throw UnreadableException.Damaged();
        var comments = CommentsOf(new AnchorFinder(DocxReader.Read(package, main, new DocxTrace()), reply.Report), reply);

        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var text = PartText.Read(package, main);
        var spaces = new DocxNamespaces(package.XmlNames);
        using var xml = text.Open(package);
        var placer = new MarkPlacer(new MarkupCursor(xml, text.Text), text.Text, spaces, [.. comments.Select(comment => comment.Range)]);
        placer.Find();

        var ids = AddComments(package, main, spaces.Main, comments, placer.Ids, date, parts);
        parts[main] = text.With(placer.Slots.ToEdits(spaces.Main, ids));
        return new AnnotatedCopy(PackageCopy.Write(content, parts, main, _limits), comments.Count);
    }

    private static List<DraftComment> CommentsOf(AnchorFinder anchors, ValidateReply reply)
    {
        var comments = new List<DraftComment>();
        if (reply.Verdict == Verdict.NotDecided)
        {
            comments.Add(new DraftComment(anchors.Title, [Texts.Annotation.NotDecided + reply.ReasonText]));
        }

        foreach (var finding in reply.Findings.Where(finding => finding.Accepted is null))
        {
            var lines = new List<string> { Texts.Annotation.Heading(finding), finding.Message };
            var isSaid = finding.Suggestions.Count > 0 || finding.Message.Contains(finding.Expected, StringComparison.Ordinal);
            if (finding.Expected.Length > 0 && !isSaid)
            {
                lines.Add(Texts.Annotation.Expectation(finding));
            }

            lines.AddRange(finding.Suggestions.Select((suggestion, i) => Texts.Annotation.Suggestion(suggestion.Text, i == 0)));
            lines.Add(Texts.Annotation.Basis(finding));
            comments.Add(new DraftComment(anchors.Of(finding), lines));
        }

        return comments;
    }

    // The ids of the new comments. The part with comments, and what names it, are made where there is none.
    private static int[] AddComments(
        Package package,
        string main,
        string space,
        List<DraftComment> comments,
        HashSet<int> taken,
        DateTimeOffset date,
        Dictionary<string, byte[]> parts)
    {
        var known = Relationships.Read(package, main).Target(Relationships.Comments);
        var name = known ?? NewName(package, main);
        var list = ListPart.Find(package, name, "comments", comment =>
        {
            if (int.TryParse(comment.Text("id", space), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                taken.Add(id);
            }
        });
        if (list is not null && list.Space != space)
        {
            throw UnreadableException.Damaged();
        }

        int[] ids = [.. Enumerable.Range(0, int.MaxValue).Where(id => !taken.Contains(id)).Take(comments.Count)];
        parts[name] = list is null
            ? Encoding.UTF8.GetBytes(CommentXml.Part(CommentXml.Elements(comments, ids, "w:", space, date), space))
            : list.With(CommentXml.Elements(comments, ids, list.Prefix, space, date));
        if (known is null)
        {
            AddRelationship(package, main, name, space, parts);
        }

        AddContentType(package, name, parts);
        return ids;
    }

    private static string NewName(Package package, string main)
    {
        var folder = PartPath.FolderOf(main);
        var names = Enumerable.Range(0, int.MaxValue).Select(i => i == 0 ? $"{folder}comments.xml" : Invariant($"{folder}comments{i}.xml"));
        return names.First(name => !package.Contains(name));
    }

    private static void AddRelationship(Package package, string main, string target, string space, Dictionary<string, byte[]> parts)
    {
        var folder = PartPath.FolderOf(main);
        var name = $"{folder}_rels/{main[folder.Length..]}.rels";
        var type = space.StartsWith(Strict, StringComparison.Ordinal) ? StrictRelationship : Relationship;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var list = ListPart.Find(package, name, "Relationships", item => taken.Add(item.Text("Id", "") ?? ""));
        var id = Enumerable.Range(1, int.MaxValue).Select(i => Invariant($"rId{i}")).First(id => !taken.Contains(id));
        var element = $"<{list?.Prefix}Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target[folder.Length..]}\"/>";
        var whole = $"{CommentXml.Declaration}<Relationships xmlns=\"{RelationshipSpace}\">{element}</Relationships>";
        parts[name] = list?.With(element) ?? Encoding.UTF8.GetBytes(whole);
    }

    private static void AddContentType(Package package, string name, Dictionary<string, byte[]> parts)
    {
        var (path, isNamed) = ("/" + name, false);
        var list = ListPart.Find(package, ContentTypes, "Types", item =>
            isNamed |= path.Equals(item.Text("PartName", ""), StringComparison.OrdinalIgnoreCase)) ?? throw UnreadableException.Damaged();
        if (!isNamed)
        {
            var element = $"<{list.Prefix}Override PartName=\"{path}\" ContentType=\"{CommentsType}\"/>";
            parts[ContentTypes] = list.With(element);
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
