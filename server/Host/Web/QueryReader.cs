using System.Globalization;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web;

/// <summary>Reads the query parameters of a request. A parameter that the route does not know is an error; it would otherwise be ignored
/// silently.</summary>
internal sealed class QueryReader
{
    /// <summary>Asks for JSON with lines and indentation. Every JSON route knows it.</summary>
    public const string Pretty = "pretty";

    private readonly IQueryCollection _query;

    /// <param name="request">The request.</param>
    /// <param name="known">What the route knows beside "pretty".</param>
    /// <exception cref="ProblemException">There is another one.</exception>
    public QueryReader(HttpRequest request, params string[] known)
    {
        _query = request.Query;
        string[] all = [.. known, Pretty];
        if (_query.Keys.FirstOrDefault(name => !all.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ProblemException(ProblemCode.BadRequest, WebTexts.UnknownParameter(unknown, all));
        }

        // A wrong value is reported before anything is done.
        IsPretty = Flag(Pretty);
    }

    /// <summary>Whether JSON with lines and indentation is wanted.</summary>
    public bool IsPretty { get; }

    /// <summary>A text. Empty: it is not given.</summary>
    public string Text(string name)
    {
        return _query[name].ToString();
    }

    /// <summary>Whether the parameter is given.</summary>
    public bool Has(string name)
    {
        return _query.ContainsKey(name);
    }

    /// <summary>The texts of a parameter that may be given several times.</summary>
    public IEnumerable<string> Texts(string name)
    {
        return _query[name].OfType<string>();
    }

    /// <summary>A whole number. 0: it is not given.</summary>
    /// <exception cref="ProblemException">It is no whole number.</exception>
    public int Number(string name)
    {
        return !Has(name) ? 0
            : int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ProblemException(ProblemCode.BadRequest, WebTexts.NumberInvalid(name, Text(name)));
    }

    /// <summary>Words with commas between them. Null: the parameter is not given; empty: it is, without a word.</summary>
    public IReadOnlyList<string>? Words(string name)
    {
        return Has(name) ? Text(name).Split(',', StringSplitOptions.RemoveEmptyEntries) : null;
    }

    /// <summary>A flag: true where it stands alone, or says true or 1.</summary>
    /// <exception cref="ProblemException">It says something else than true or false.</exception>
    public bool Flag(string name)
    {
        return Text(name) switch
        {
            "" when !_query.ContainsKey(name) => false,
            "false" or "0" => false,
            "" or "true" or "1" => true,
            var other => throw new ProblemException(ProblemCode.BadRequest, WebTexts.FlagInvalid(name, other)),
        };
    }
}
