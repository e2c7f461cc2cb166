using System.Text;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>One run of `validate archive export`: into a file, which is there whole or not at all, or to the standard output.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="path">The file. Null: the standard output.</param>
/// <param name="force">Whether a file that is there is replaced.</param>
internal sealed class ExportRun(RuleSession session, string? path, bool force)
{
    /// <summary>Exports what was asked for.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ExportRequest request, CancellationToken cancellationToken) =>
        path is null ? PrintAsync(request, cancellationToken) : SaveAsync(request, path, cancellationToken);

    private async Task<int> PrintAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        // A terminal is not steered by what stands in a report; a file gets it as it is.
        var output = session.Terminal.Columns is null ? session.Terminal.Output : new PlainWriter(session.Terminal.Output);
        var decoder = Encoding.UTF8.GetDecoder();
        var outcome = await session.Connection.Archive.ExportAsync(
            request,
            bytes =>
            {
                var text = new char[decoder.GetCharCount(bytes.Span, flush: false)];
                decoder.GetChars(bytes.Span, text, flush: false);
                return output.WriteAsync(new string(text));
            },
            cancellationToken);
        return outcome.TryGet(out _, out var failure) ? ExitCode.Done : session.Fail(failure);
    }

    /// <summary>Writes under another name and renames when all has come.</summary>
    private async Task<int> SaveAsync(ExportRequest request, string to, CancellationToken cancellationToken)
    {
        var unfinished = to + ".part";
        try
        {
            if (File.Exists(to) && !force)
            {
                return session.NotRun(ArchiveTexts.FileInTheWay(to));
            }

            long bytes;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                var outcome = await session.Connection.Archive.ExportAsync(
                    request, async part => await file.WriteAsync(part, cancellationToken), cancellationToken);
                if (!outcome.TryGet(out _, out var failure))
                {
                    return session.Fail(failure);
                }

                file.Flush(flushToDisk: true);
                bytes = file.Length;
            }

            File.Move(unfinished, to, force);
            await session.Terminal.Output.WriteLineAsync(ArchiveTexts.Exported(to, bytes));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return session.NotRun(ArchiveTexts.NotWritten(to, e.Message));
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private static void Remove(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reason was printed already.
        }
    }
}
