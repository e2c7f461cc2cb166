using Validation.Panel.Menu;
using Validation.Tray.Menu;

namespace Validation.Panel.Tests.Menu;

public sealed class MenuTreeTests
{
    private readonly MenuTree _tree = new();
    private readonly List<string> _done = [];

    [Fact]
    public void Update_OfTheSameMenu_IsNoChange()
    {
        _tree.Update(Menu("甲")).ShouldBeTrue();
        var before = Ids();

        _tree.Update(Menu("甲")).ShouldBeFalse();

        _tree.Revision.ShouldBe(1u);
        Ids().ShouldBe(before);
    }

    [Fact]
    public void Update_WithAnotherRow_KeepsTheNumbersOfTheRest()
    {
        _tree.Update(Menu("甲"));
        var quit = _tree.Root.Children[^1].Id;

        _tree.Update(Menu("甲", "乙")).ShouldBeTrue();

        _tree.Root.Children[^1].Id.ShouldBe(quit);
        Ids().ShouldBeUnique();
    }

    [Fact]
    public void Find_OfARowThatHasJustGone_StillDoesIt()
    {
        _tree.Update(Menu("甲"));
        var row = _tree.Root.Children[0].Children[0].Id;

        _tree.Update(Menu("乙"));
        _tree.Find(row)!.Chosen!();

        _done.ShouldBe(["甲"]);
        _tree.Find(99).ShouldBeNull();
    }

    [Fact]
    public void Update_WithRowsOfOneText_NumbersEach()
    {
        _tree.Update(Menu("甲", "甲"));

        Ids().ShouldBeUnique();
        _tree.Root.Children[0].Children.Count.ShouldBe(2);
    }

    [Fact]
    public void Properties_OfEachKindOfItem_AreThoseOfTheProtocol()
    {
        _tree.Update(
        [
            new MenuRow("灰(&G)", () => { }) { Enabled = false }, new MenuLine(), new MenuRow("勾", () => { }) { Checked = true },
            new MenuRow("无", () => { }) { Visible = false },
        ]);

        _tree.Root.Properties["children-display"].GetString().ShouldBe("submenu");
        _tree.Root.Children.Count.ShouldBe(3);
        _tree.Root.Children[0].Properties["label"].GetString().ShouldBe("灰(_G)");
        _tree.Root.Children[0].Properties["enabled"].GetBool().ShouldBeFalse();
        _tree.Root.Children[1].Properties["type"].GetString().ShouldBe("separator");
        _tree.Root.Children[2].Properties["toggle-state"].GetInt32().ShouldBe(1);
    }

    private IReadOnlyList<MenuItem> Menu(params IReadOnlyList<string> drafts)
    {
        var recent = new SubMenu("最近的草稿");
        recent.Items.AddRange(drafts.Select(draft => new MenuRow(draft, () => _done.Add(draft))));
        return [recent, new MenuLine(), new MenuLine(), new MenuRow("退出", () => _done.Add("退出"))];
    }

    private List<int> Ids() => [.. All(_tree.Root)];

    private static IEnumerable<int> All(MenuNode node) => node.Children.SelectMany(All).Prepend(node.Id);
}
