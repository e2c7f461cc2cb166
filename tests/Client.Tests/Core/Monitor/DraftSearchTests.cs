using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class DraftSearchTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Drafts_InTheKnownFolder_AreThereOrMissing()
    {
        _folder.Write("在.txt", "1");

        var result = Search(Place, "在.txt", "删.txt").Run();

        result.Place.ShouldBe(Place);
        Of(result, "在.txt").ShouldBe(Whereabouts.There);
        Of(result, "删.txt").ShouldBe(Whereabouts.Missing);
    }

    [Fact]
    public void Drafts_OfAFolderThatIsNotThere_AreAway()
    {
        var search = new DraftSearch(_folder.File("共享"), Place, Stamps("共享/年报.txt"));

        var result = search.Run();

        result.Place.ShouldBeNull();
        Of(result, "共享/年报.txt").ShouldBe(Whereabouts.Away);
    }

    [Fact]
    public void Draft_WhoseSubfolderIsNotThere_IsMissing() =>
        Of(Search(Place, "街道办/乙/年报.txt").Run(), "街道办/乙/年报.txt").ShouldBe(Whereabouts.Missing);

    [Fact]
    public void Draft_InAFolderThatCannotBeRead_IsAway()
    {
        // Missing rights would not stop every user who runs this; a file in the folder's place does.
        _folder.Write("街道办", "1");

        Of(Search(Place, "街道办/年报.txt").Run(), "街道办/年报.txt").ShouldBe(Whereabouts.Away);
    }

    [Theory]
    [InlineData("another place")]
    [InlineData(null)]
    public void Drafts_OfAFolderWhoseNameAnotherOneHas_AreAway(string? known)
    {
        var result = Search(known, "年报.txt").Run();

        result.Place.ShouldBeNull();
        Of(result, "年报.txt").ShouldBe(Whereabouts.Away);
    }

    [Fact]
    public void Folder_WithADraftAsItWas_IsTheSameAtAnotherPlace()
    {
        _folder.Write("在.txt", "1");

        var result = Search("another place", "在.txt", "删.txt").Run();

        result.Place.ShouldBe(Place);
        Of(result, "删.txt").ShouldBe(Whereabouts.Missing);
    }

    [Fact]
    public void Folder_ThatIsNotWatched_NeedsNoPlace() =>
        Of((Search(null, "删.txt") with { TakesAnyPlace = true }).Run(), "删.txt").ShouldBe(Whereabouts.Missing);

    public void Dispose() => _folder.Dispose();

    private string? Place => FolderPlace.Of(_folder.Path);

    private DraftSearch Search(string? known, params string[] names) => new(_folder.Path, known, Stamps(names));

    private Dictionary<string, FileStamp?> Stamps(params string[] names) =>
        names.Select(_folder.File).ToDictionary(path => path, DraftFiles.Stamp, DraftFiles.Names);

    private Whereabouts Of(SearchResult result, string name) => result.Drafts[_folder.File(name)];
}
