using System.Diagnostics.CodeAnalysis;

namespace Validation.Client.Connection;

/// <summary>A key for a server. Immutable. It is never shown: as text it is dots.</summary>
public sealed class ServerKey : IEquatable<ServerKey>
{
    /// <summary>The environment variable that holds the key for a whole session.</summary>
    public const string EnvironmentVariable = "VALIDATION_KEY";

    /// <summary>The earlier name of the variable, which still works.</summary>
    public const string EarlierVariable = "VALIDATION_ADMIN_KEY";

    private const int MostBytes = 4096;

    private readonly string _text;

    private ServerKey(string text)
    {
        _text = text;
    }

    /// <summary>Reads a key such as vk_k7m2q4xa_…; white space around it is left out.</summary>
    /// <param name="text">The key, perhaps with white space around it.</param>
    /// <param name="key">The key; null: there is none.</param>
    /// <param name="problem">What is wrong with it, in Chinese, without the key; null when nothing is.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out ServerKey? key, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var fits = trimmed.Length is > 0 and <= MostBytes && trimmed.All(c => c is > ' ' and <= '~');
        (key, problem) = fits ? (new ServerKey(trimmed), (string?)null) : (null, ConnectionTexts.KeyUnreadable);
        return fits;
    }

    /// <summary>Takes the key in a file.</summary>
    /// <inheritdoc cref="TryRead"/>
    public static bool TryReadFile(string path, [NotNullWhen(true)] out ServerKey? key, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (new FileInfo(path).Length <= MostBytes)
            {
                return TryRead(File.ReadAllText(path), out key, out problem);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The problem that is returned says so.
        }

        (key, problem) = (null, ConnectionTexts.KeyFileUnreadable(path));
        return false;
    }

    /// <summary>The key in the environment of the session.</summary>
    /// <returns>Null: there is none.</returns>
    public static string? OfEnvironment()
    {
        var key = Environment.GetEnvironmentVariable(EnvironmentVariable);
        return string.IsNullOrWhiteSpace(key) ? Environment.GetEnvironmentVariable(EarlierVariable) : key;
    }

    /// <inheritdoc/>
    public bool Equals(ServerKey? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ServerKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <inheritdoc/>
    public override string ToString() => "…";

    /// <summary>The key itself, to be sent or stored.</summary>
    internal string Reveal() => _text;
}
