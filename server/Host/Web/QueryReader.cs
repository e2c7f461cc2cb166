using Validation.Server.Web.Problems;

namespace Validation.Server.Web;

/// <summary>The parameters of a request's address. One that nobody knows is an error: it would otherwise be ignored without a
/// word.</summary>
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
            throw new ProblemException(ProblemCode.BadRequest, Texts.UnknownParameter(unknown, all));
        }

        // A wrong value is said before anything is done.
        IsPretty = Flag(Pretty);
    }

    /// <summary>Whether JSON with lines and indentation is wanted.</summary>
    public bool IsPretty { get; }

    /// <summary>A text. Empty: it is not given.</summary>
    public string Text(string name)
    {
        return _query[name].ToString();
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
            var other => throw new ProblemException(ProblemCode.BadRequest, Texts.FlagInvalid(name, other)),
        };
    }
}
