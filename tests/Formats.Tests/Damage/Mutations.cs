namespace Validation.Formats.Tests.Damage;

/// <summary>Ways in which a file is damaged. The same seed damages it in the same way.</summary>
public static class Mutations
{
    private const int MostBytes = 20;
    private const int LongestRange = 400;

    /// <summary>The file with each byte flipped in turn, all of its bits.</summary>
    public static byte[] Flip(byte[] file, int index)
    {
        var damaged = (byte[])file.Clone();
        damaged[index] ^= 0xFF;
        return damaged;
    }

    /// <summary>The file with some bytes changed, a range lost, doubled or filled with zeros, or its end cut off.</summary>
    public static byte[] Random(byte[] file, int seed)
    {
        var random = new Random(seed);
        return random.Next(6) switch
        {
            0 or 1 => Change(file, random),
            2 => Replace(file, random, static _ => []),
            3 => Replace(file, random, static range => [.. range, .. range]),
            4 => Replace(file, random, static range => new byte[range.Length]),
            _ => file[..random.Next(1, file.Length)],
        };
    }

    /// <summary>The file with a digit of its text changed to another, one of them at most.</summary>
    public static byte[] Digit(byte[] file, int seed)
    {
        var random = new Random(seed);
        var digits = Enumerable.Range(0, file.Length).Where(index => file[index] is >= (byte)'0' and <= (byte)'9').ToArray();
        var damaged = (byte[])file.Clone();
        damaged[digits[random.Next(digits.Length)]] = (byte)('0' + random.Next(10));
        return damaged;
    }

    private static byte[] Change(byte[] file, Random random)
    {
        var damaged = (byte[])file.Clone();
        for (var count = random.Next(1, MostBytes + 1); count > 0; count--)
        {
            damaged[random.Next(file.Length)] = (byte)random.Next(256);
        }

        return damaged;
    }

    private static byte[] Replace(byte[] file, Random random, Func<byte[], byte[]> by)
    {
        var length = random.Next(1, Math.Min(LongestRange, file.Length));
        var start = random.Next(file.Length - length);
        return [.. file[..start], .. by(file[start..(start + length)]), .. file[(start + length)..]];
    }
}
