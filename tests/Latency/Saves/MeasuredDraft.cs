using System.Text;

namespace Validation.Latency.Saves;

/// <summary>A draft as it is saved: a sample report, each time with other content.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">The file's bytes.</param>
internal sealed record MeasuredDraft(string Name, byte[] Content)
{
    private static readonly List<(string Name, string Text)> Samples = Read();

    /// <summary>The next draft; the samples take turns.</summary>
    public static MeasuredDraft Next(int number)
    {
        var (name, text) = Samples[number % Samples.Count];
        return new MeasuredDraft(name, Encoding.UTF8.GetBytes($"{text}\n{Guid.NewGuid():N}\n"));
    }

    private static List<(string Name, string Text)> Read()
    {
        var assembly = typeof(MeasuredDraft).Assembly;
        var samples = new List<(string, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            samples.Add((name, reader.ReadToEnd()));
        }

        return samples;
    }
}
