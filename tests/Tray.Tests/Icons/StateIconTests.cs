using Validation.Tray.Icons;

namespace Validation.Tray.Tests.Icons;

public sealed class StateIconTests
{
    private static readonly int[] Sizes = [16, 20, 24, 32, 48];

    public static TheoryData<int> AllSizes => [.. Sizes];

    [Theory]
    [MemberData(nameof(AllSizes))]
    public void Draw_OfEachState_DiffersAlsoWithoutColour(int size)
    {
        var pictures = Enum.GetValues<IconState>().Select(state => Brightness(StateIcon.Draw(state, 3, size))).ToList();

        for (var i = 0; i < pictures.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // A tenth of the pixels is another grey: enough to see, also when it is small.
                Different(pictures[i], pictures[j]).ShouldBeGreaterThan(size * size / 10, $"{(IconState)i} and {(IconState)j}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllSizes))]
    public void Draw_OfEachCount_DiffersFromAllOthers(int size)
    {
        var pictures = Enumerable.Range(1, 100)
            .Select(count => Convert.ToHexString(StateIcon.Draw(IconState.Problems, count, size).ToBytes()));

        pictures.Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
    }

    [Fact]
    public void Draw_OfManyProblems_HasAPlainMark()
    {
        var mark = StateIcon.Draw(IconState.Problems, 100, 32).ToBytes();

        StateIcon.Draw(IconState.Problems, 5_000, 32).ToBytes().ShouldBe(mark);
        StateIcon.Draw(IconState.Problems, 99, 32).ToBytes().ShouldNotBe(mark);
    }

    [Theory]
    [MemberData(nameof(AllSizes))]
    public void Draw_OfADisc_HasSmoothEdgesAndEmptyCorners(int size)
    {
        var picture = StateIcon.Draw(IconState.Normal, 0, size).ToBytes();
        var opacity = Enumerable.Range(0, size * size).Select(pixel => picture[(pixel * 4) + 3]).ToList();

        opacity[0].ShouldBe((byte)0);
        opacity[^1].ShouldBe((byte)0);
        opacity[(size / 2 * size) + (size / 2)].ShouldBe((byte)255);
        opacity.Count(value => value is > 20 and < 235).ShouldBeGreaterThan(size / 2);
        var area = opacity.Sum(value => value / 255.0) / (size * size);
        area.ShouldBe(Math.PI / 4, tolerance: 0.01);
    }

    [Fact]
    public void ToResource_OfAPicture_HoldsItsPixelsFromTheBottom()
    {
        var picture = StateIcon.Draw(IconState.Problems, 7, 20);
        var pixels = picture.ToBytes();
        var resource = IconImage.ToResource(picture);

        BitConverter.ToInt32(resource, 4).ShouldBe(20);
        BitConverter.ToInt32(resource, 8).ShouldBe(40);
        resource.Length.ShouldBe(40 + (20 * 20 * 4) + (20 * 4));
        resource.AsSpan(40, 80).SequenceEqual(pixels.AsSpan(19 * 80, 80)).ShouldBeTrue();
        resource.AsSpan(40 + (19 * 80), 80).SequenceEqual(pixels.AsSpan(0, 80)).ShouldBeTrue();
    }

    /// <summary>What is seen of each pixel on a light taskbar, without its colour.</summary>
    private static double[] Brightness(Picture picture)
    {
        var pixels = picture.ToBytes();
        return [.. Enumerable.Range(0, picture.Size * picture.Size).Select(pixel => Brightness(pixels.AsSpan(pixel * 4, 4)))];
    }

    private static double Brightness(ReadOnlySpan<byte> pixel)
    {
        var own = (0.114 * pixel[0]) + (0.587 * pixel[1]) + (0.299 * pixel[2]);
        return 240 + ((own - 240) * pixel[3] / 255.0);
    }

    private static int Different(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Count(gap => gap > 60);
}
