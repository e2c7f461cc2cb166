using System.Buffers.Binary;
using System.Text;
using Validation.Tray.Settings;
using Validation.Tray.Windows;

namespace Validation.Tray.Tests;

/// <summary>The structure DLGTEMPLATEEX as Windows reads it: "Dialog Templates in Memory" of its documentation.</summary>
public sealed class DialogTemplateTests
{
    [Fact]
    public void Template_OfOneItem_IsAsDocumented()
    {
        var template = new DialogTemplate("设", new MessageFont("F", 9)) { Size = (330, 268) };
        template.Add(new DialogItem(DialogItemKind.Edit, 101, "a", 0x10000, (1, 2, 3, 4)) { ExtendedStyle = 0x200 });

        var bytes = template.ToBytes();

        Words(bytes, 0, 2).ShouldBe([1, 0xFFFF], "version and signature");
        Words(bytes, 16, 5).ShouldBe([1, 0, 0, 330, 268], "the number of items, and the place");
        Words(bytes, 26, 5).ShouldBe([0, 0, '设', 0, 9], "no menu, the usual class, the title, and the size of the font");
        Words(bytes, 40, 2).ShouldBe(['F', 0]);
        var item = bytes.AsSpan(44);
        BinaryPrimitives.ReadUInt32LittleEndian(item[4..]).ShouldBe(0x200u);
        BinaryPrimitives.ReadUInt32LittleEndian(item[8..]).ShouldBe(0x50010000u);
        Words(item, 12, 4).ShouldBe([1, 2, 3, 4]);
        BinaryPrimitives.ReadUInt32LittleEndian(item[20..]).ShouldBe(101u);
        Words(item, 24, 5).ShouldBe([0xFFFF, 0x81, 'a', 0, 0]);
        bytes.Length.ShouldBe(44 + 34);
    }

    [Fact]
    public void Window_OfSettings_HasEachAltLetterOnce()
    {
        var texts = typeof(SettingsWindowTexts).GetFields().Select(field => (string)field.GetValue(null)!);
        var letters = texts.Select(text => text.Split('&')).Where(parts => parts.Length == 2).Select(parts => parts[1][0]).ToList();

        letters.Count.ShouldBeGreaterThan(12);
        letters.ShouldBeUnique();
    }

    [Fact]
    public void Window_OfSettings_HasEveryText()
    {
        var template = Encoding.Unicode.GetString(SettingsLayout.Make(new MessageFont("Microsoft YaHei UI", 9)).ToBytes());

        // Items begin at a multiple of four bytes, texts at one of two.
        foreach (var text in new[] { SettingsWindowTexts.Server, SettingsWindowTexts.Folders, SettingsWindowTexts.NoticesOfErrors })
        {
            template.ShouldContain(text);
        }
    }

    private static int[] Words(ReadOnlySpan<byte> bytes, int at, int count)
    {
        var words = new int[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + (i * 2))..]);
        }

        return words;
    }
}
