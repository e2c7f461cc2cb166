using Validation.Panel.Item;
using Validation.Tray.Icons;

namespace Validation.Panel.Tests.Item;

public sealed class PixmapTests
{
    [Fact]
    public void ToArgb_OfAPicture_HasOpacityRedGreenBlue()
    {
        var picture = new Picture(1);
        picture.Fill((_, _) => -1, Colour.Of(0x123456));

        Pixmaps.ToArgb(picture).ShouldBe([0xFF, 0x12, 0x34, 0x56]);
    }
}
