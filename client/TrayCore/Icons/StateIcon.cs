using static Validation.Tray.Icons.Shapes;

namespace Validation.Tray.Icons;

/// <summary>What the icon says.</summary>
internal enum IconState
{
    /// <summary>A tick in a disc: nothing is wrong.</summary>
    Normal,

    /// <summary>A frame with a dot in it: it is not known yet whether anything is wrong.</summary>
    Unknown,

    /// <summary>A number in a box: so many drafts have errors.</summary>
    Problems,

    /// <summary>Three dots in a disc: a draft is being checked.</summary>
    Checking,

    /// <summary>A ring with a stroke through it: the server cannot be reached.</summary>
    Offline,

    /// <summary>Two bars: nothing is checked for a while.</summary>
    Paused,
}

/// <summary>Draws the icon. Each state has a shape of its own, for those who cannot tell the colours apart.</summary>
internal static class StateIcon
{
    private const int MostCounted = 99;

    private static readonly Colour Green = Colour.Of(0x1E8E3E);
    private static readonly Colour Red = Colour.Of(0xC5221F);
    private static readonly Colour Blue = Colour.Of(0x1A66C8);
    private static readonly Colour Grey = Colour.Of(0x70757A);
    private static readonly Colour Amber = Colour.Of(0xC26401);

    /// <summary>Draws the icon for a state, in a square of a given size.</summary>
    /// <param name="state">The state.</param>
    /// <param name="count">How many drafts have errors; above 99 the icon has an exclamation mark.</param>
    /// <param name="size">The side in pixels.</param>
    public static Picture Draw(IconState state, int count, int size)
    {
        var picture = new Picture(size);
        switch (state)
        {
            case IconState.Normal:
                picture.Fill(Disc(0.5f, 0.5f, 0.5f), Green);
                picture.Fill(Line(0.13f, (0.26f, 0.52f), (0.43f, 0.69f), (0.74f, 0.33f)), Colour.White);
                break;
            case IconState.Unknown:
                picture.Fill(Box(0, 0, 1, 1, 0.16f), Blue);
                picture.Fill(Box(0.15f, 0.15f, 0.85f, 0.85f, 0.06f), Colour.White);
                picture.Fill(Disc(0.5f, 0.5f, 0.17f), Blue);
                break;
            case IconState.Problems:
                picture.Fill(Box(0, 0, 1, 1, 0.16f), Red);
                DrawCount(picture, count);
                break;
            case IconState.Checking:
                picture.Fill(Disc(0.5f, 0.5f, 0.5f), Blue);
                picture.Fill(Disc(0.25f, 0.5f, 0.095f), Colour.White);
                picture.Fill(Disc(0.5f, 0.5f, 0.095f), Colour.White);
                picture.Fill(Disc(0.75f, 0.5f, 0.095f), Colour.White);
                break;
            case IconState.Offline:
                // The white beneath keeps it visible on a grey taskbar.
                picture.Fill(Disc(0.5f, 0.5f, 0.5f), Colour.White);
                picture.Fill(Ring(0.5f, 0.5f, 0.42f, 0.15f), Grey);
                picture.Fill(Line(0.15f, (0.24f, 0.24f), (0.76f, 0.76f)), Grey);
                break;
            default:
                picture.Fill(Box(0.1f, 0.03f, 0.43f, 0.97f, 0.06f), Amber);
                picture.Fill(Box(0.57f, 0.03f, 0.9f, 0.97f, 0.06f), Amber);
                break;
        }

        return picture;
    }

    private static void DrawCount(Picture picture, int count)
    {
        if (count is < 1 or > MostCounted)
        {
            picture.Fill(Line(0.15f, (0.5f, 0.2f), (0.5f, 0.55f)), Colour.White);
            picture.Fill(Disc(0.5f, 0.79f, 0.09f), Colour.White);
        }
        else if (count < 10)
        {
            picture.Fill(Digits.Of(count, 0.33f, 0.21f, 0.34f, 0.58f, 0.125f), Colour.White);
        }
        else
        {
            picture.Fill(Digits.Of(count / 10, 0.15f, 0.22f, 0.26f, 0.56f, 0.11f), Colour.White);
            picture.Fill(Digits.Of(count % 10, 0.59f, 0.22f, 0.26f, 0.56f, 0.11f), Colour.White);
        }
    }
}
