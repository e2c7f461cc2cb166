using Validation.Server.Outcomes;

namespace Validation.Server.Web.Problems;

/// <summary>Tells people what went wrong, where programs get problem details.</summary>
internal interface IProblemPage
{
    /// <summary>Whether a request names web pages among what it takes, as those of browsers do.</summary>
    bool IsBrowser(HttpRequest request);

    /// <summary>Whether somebody looks at the answer in a browser.</summary>
    bool IsFor(HttpContext context);

    /// <summary>Writes the page. Status and headers of the answer are set.</summary>
    Task WriteAsync(HttpContext context, ProblemCode problem, string detail);
}
