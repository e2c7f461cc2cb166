using Validation.Server.Outcomes;

namespace Validation.Server.Web.Problems;

/// <summary>Marks a route to which people send what took them long to type: whoever may not send it gets it back, not only the
/// reason.</summary>
internal interface IKeptForm
{
    /// <summary>Answers with a page that has the reason and what was typed.</summary>
    Task GiveBackAsync(HttpContext context, Refusal refusal);
}
