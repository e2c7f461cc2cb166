using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class DraftLedgerTests : IDisposable
{
    private static readonly DateTime Written = new(2026, 1, 15, 8, 0, 0, DateTimeKind.Utc);

    private readonly TestFolder _folder = new();

    private string LedgerPath => _folder.File("drafts.jsonl");

    [Fact]
    public void Record_Written_IsThereAfterARestart()
    {
        var ledger = Open();
        ledger.Put(Record("/年报/a.docx"));
        ledger.TryWrite().ShouldBeTrue();

        var record = Open().Find("/年报/a.docx");

        record.ShouldNotBeNull();
        record.Stamp.ShouldBe(new FileStamp(100, Written));
        record.Verdict.ShouldBe(Verdict.Reject);
        record.Counts.ShouldBe([2, 7, 3]);
        record.Fingerprints.ShouldBe(["0011223344556677"]);
    }

    [Fact]
    public void Folder_Learned_IsKnownWithItsDrafts()
    {
        var ledger = Open();
        ledger.LearnedFolders.ShouldBeEmpty();
        ledger.Learn("/年报", new Dictionary<string, FileStamp>(StringComparer.Ordinal) { ["/年报/a.docx"] = new(1, Written) }, "甲盘");
        ledger.Put(Record("/年报表/b.docx"));
        ledger.TryWrite().ShouldBeTrue();

        Open().LearnedFolders.ShouldBe(["/年报"]);
        Open().PlaceOf("/年报").ShouldBe("甲盘");
        Open().In("/年报").ShouldBe([new KeyValuePair<string, FileStamp>("/年报/a.docx", new FileStamp(1, Written))]);
    }

    [Fact]
    public void Folder_LearnedAgain_LeavesWhatIsKnownOfItsDrafts()
    {
        var ledger = Open();
        ledger.Put(Record("/年报/a.docx"));
        ledger.Learn("/年报", new Dictionary<string, FileStamp>(StringComparer.Ordinal) { ["/年报/a.docx"] = new(1, Written) }, "甲盘");

        ledger.Find("/年报/a.docx")!.Length.ShouldBe(100);
    }

    [Fact]
    public void Draft_Forgotten_StaysForgotten()
    {
        var ledger = Open();
        ledger.Put(Record("/a.docx"));
        ledger.TryWrite();
        ledger.Forget("/a.docx");
        ledger.TryWrite();

        Open().Find("/a.docx").ShouldBeNull();
    }

    [Fact]
    public void File_CutOffAnywhere_LosesTheLastLinesOnly()
    {
        var ledger = Open();
        for (var i = 0; i < 4; i++)
        {
            ledger.Put(Record($"/{i}.docx"));
            ledger.TryWrite().ShouldBeTrue();
        }

        var whole = File.ReadAllBytes(LedgerPath);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(LedgerPath, whole[..length]);
            var complete = whole[..length].Count(b => b == '\n');
            var cut = Open();
            cut.Drafts.Count().ShouldBeInRange(complete, complete + 1);

            cut.Put(Record("/neu.docx"));
            cut.TryWrite().ShouldBeTrue();

            Open().Drafts.Select(record => record.FilePath).ShouldBe([.. cut.Drafts.Select(record => record.FilePath)], ignoreOrder: true);
        }
    }

    [Fact]
    public void Disk_ThatTakesNothing_LosesNothing()
    {
        Directory.CreateDirectory(LedgerPath);
        var ledger = Open();
        ledger.Put(Record("/a.docx"));
        ledger.TryWrite().ShouldBeFalse();
        ledger.IsWritten.ShouldBeFalse();
        ledger.Find("/a.docx").ShouldNotBeNull();
        Directory.Delete(LedgerPath);

        ledger.TryWrite().ShouldBeTrue();

        Open().Find("/a.docx").ShouldNotBeNull();
    }

    [Fact]
    public void File_ThatHasGrown_IsWrittenAnew()
    {
        var ledger = Open();
        for (var i = 0; i < 3000; i++)
        {
            ledger.Put(Record("/a.docx") with { Length = i });
            ledger.TryWrite().ShouldBeTrue();
        }

        File.ReadLines(LedgerPath).Count().ShouldBeLessThan(1500);
        Open().Find("/a.docx")!.Length.ShouldBe(2999);
    }

    public void Dispose() => _folder.Dispose();

    private DraftLedger Open() => new(LedgerPath);

    private static DraftRecord Record(string path) => new()
    {
        FilePath = path,
        Length = 100,
        WrittenUtc = Written,
        Sha256 = new string('a', 64),
        CheckedAt = new DateTimeOffset(Written),
        Verdict = Verdict.Reject,
        Counts = [2, 7, 3],
        Summary = "有错误，须修改",
        Fingerprints = ["0011223344556677"],
    };
}
