using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

public sealed class SettlingDraftsTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(800);

    private readonly TestFolder _folder = new();
    private readonly SettlingDrafts _drafts;

    public SettlingDraftsTests()
    {
        _drafts = new SettlingDrafts(_folder.Path, Quiet);
    }

    [Fact]
    public void Draft_NotYetQuiet_HasNotSettled()
    {
        _drafts.Touch(_folder.Write("年报.txt", "1"), TimeSpan.Zero);

        _drafts.TakeSettled(Quiet - TimeSpan.FromTicks(1)).ShouldBeEmpty();
        _drafts.NextDue.ShouldBe(Quiet);
    }

    [Fact]
    public void Draft_Quiet_SettlesOnce()
    {
        var path = _folder.Write("年报.txt", "1");
        _drafts.Touch(path, TimeSpan.Zero);

        _drafts.TakeSettled(Quiet).ShouldBe([path]);
        _drafts.TakeSettled(Quiet * 2).ShouldBeEmpty();
        _drafts.NextDue.ShouldBeNull();
    }

    [Fact]
    public void Draft_TouchedAgain_WaitsAgain()
    {
        var path = _folder.Write("年报.txt", "1");
        _drafts.Touch(path, TimeSpan.Zero);
        _drafts.Touch(path, Quiet / 2);

        _drafts.TakeSettled(Quiet).ShouldBeEmpty();
        _drafts.TakeSettled(Quiet * 1.5).ShouldBe([path]);
    }

    [Fact]
    public void Draft_ChangedWithoutAnEvent_WaitsAgain()
    {
        var path = _folder.Write("年报.txt", "1");
        _drafts.Touch(path, TimeSpan.Zero);
        _folder.Write("年报.txt", "1234");

        _drafts.TakeSettled(Quiet).ShouldBeEmpty();
        _drafts.TakeSettled(Quiet * 2).ShouldBe([path]);
    }

    [Fact]
    public void Draft_Locked_WaitsUntilItIsReleased()
    {
        var path = _folder.Write("年报.txt", "1");
        _drafts.Touch(path, TimeSpan.Zero);
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _drafts.TakeSettled(Quiet).ShouldBeEmpty();
            _drafts.TakeSettled(Quiet * 2).ShouldBeEmpty();
        }

        _drafts.TakeSettled(Quiet * 3).ShouldBe([path]);
    }

    [Fact]
    public void Draft_Deleted_IsForgotten()
    {
        var path = _folder.Write("年报.txt", "1");
        _drafts.Touch(path, TimeSpan.Zero);
        File.Delete(path);

        _drafts.TakeSettled(Quiet).ShouldBeEmpty();
        _drafts.NextDue.ShouldBeNull();
    }

    [Fact]
    public void Event_WithoutASave_SettlesNothing()
    {
        var path = _folder.Write("年报.txt", "1");
        _drafts.Learn(_ => true);
        _drafts.Touch(path, TimeSpan.Zero);

        _drafts.TakeSettled(Quiet).ShouldBeEmpty();
    }

    [Fact]
    public void Draft_KnownOtherwise_IsNotLearnedAsItIsNow()
    {
        var path = _folder.Write("年报.txt", "12");
        _drafts.Learn(new Dictionary<string, FileStamp>(StringComparer.Ordinal) { [path] = new(1, default) });

        _drafts.Learn(_ => true);
        _drafts.Rescan(TimeSpan.Zero);

        _drafts.TakeSettled(Quiet).ShouldBe([path]);
    }

    [Fact]
    public void Rescan_AfterLostEvents_FindsWhatIsNewOrChanged()
    {
        _folder.Write("旧.txt", "1");
        _folder.Write("改.txt", "1");
        _drafts.Learn(_ => true);
        var changed = _folder.Write("改.txt", "12");
        var created = Enumerable.Range(0, 1000).Select(i => _folder.Write($"新{i}.txt", "1")).ToList();

        _drafts.Rescan(TimeSpan.Zero);

        _drafts.TakeSettled(Quiet).ToHashSet().SetEquals(created.Append(changed)).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
