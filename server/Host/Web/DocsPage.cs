using System.Net;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.Server.Web.OpenApi;
using Validation.V1;

namespace Validation.Server.Web;

/// <summary>The page at /: the state of the server, and how to call it. It needs no script and loads nothing.</summary>
internal static class DocsPage
{
    private const string Style = """
        body { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.6; margin: 2rem auto;
               max-width: 50rem; padding: 0 1rem; color: #1c1c1c; background: #fff }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem } dt { color: #555 } dd { margin: 0 }
        section { border-top: 1px solid #ccc; margin-top: 1.5rem } code, pre { font-family: ui-monospace, monospace; font-size: .9em }
        pre { background: #f3f3f3; padding: .7rem 1rem; overflow-x: auto } table { border-collapse: collapse }
        th, td { text-align: left; padding: .2rem 1.5rem .2rem 0; border-bottom: 1px solid #ddd }
        .good { color: #0a6b2d } .bad { color: #a3180d }
        """;

    public static string Render(ServerState state, IDocumentCheck check, RuleStatus status, string grpc, string web)
    {
        var lack = state.Lack;
        return $$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{WebTexts.PageTitle}}</title>
            <style>
            {{Style}}
            </style>
            </head>
            <body>
            <h1>{{WebTexts.PageTitle}}</h1>
            <p class="{{(lack is null ? "good" : "bad")}}">{{Encode(lack ?? WebTexts.PageHealthy)}}</p>
            <dl>
            <dt>{{WebTexts.PageRules}}</dt><dd>{{Encode(check.RuleSetVersion)}}（{{check.Rules.Rules.Count}}）</dd>
            {{RuleTrouble(status)}}
            {{Undecided(status)}}
            <dt>{{WebTexts.PageEngine}}</dt><dd>{{Encode(check.EngineVersion)}}</dd>
            <dt>{{WebTexts.PageGrpc}}</dt><dd>{{Encode(grpc)}}</dd>
            <dt>{{WebTexts.PageWeb}}</dt><dd>{{Encode(web)}}</dd>
            <dt>{{WebTexts.PageDocument}}</dt><dd><a href="{{ApiDocument.Path}}">{{ApiDocument.Path}}</a></dd>
            </dl>
            <h2>{{WebTexts.PageOperations}}</h2>
            {{string.Concat(Operation.All.Select(operation => Section(operation, web)))}}
            <section>
            <h2>{{WebTexts.PageErrors}}</h2>
            <p>{{WebTexts.PageErrorsIntro}}</p>
            <table>
            {{string.Concat(ProblemCode.All.Select(Row))}}
            </table>
            </section>
            </body>
            </html>
            """;
    }

    private static string RuleTrouble(RuleStatus status)
    {
        var problem = status.Problem.Length == 0
            ? ""
            : $"<dt>{WebTexts.PageProblem}</dt><dd class=\"bad\">{Encode(status.Problem)}</dd>";
        var alarms = string.Concat(status.Alarms.Select(alarm => $"<dd class=\"bad\">{Encode(RuleTexts.RuleFailsOften(alarm))}</dd>"));
        return alarms.Length == 0 ? problem : $"{problem}<dt>{WebTexts.PageAlarms}</dt>{alarms}";
    }

    private static string Undecided(RuleStatus status)
    {
        return status.AccessWarning.Length == 0
            ? ""
            : $"<dt>{WebTexts.PageAccess}</dt><dd class=\"bad\">{Encode(status.AccessWarning)}</dd>";
    }

    private static string Section(Operation operation, string web)
    {
        return $"""
            <section>
            <h3><code>{operation.Method} {operation.Path}</code> {Encode(operation.Summary)}</h3>
            <p>{Encode(operation.Detail)}</p>
            <pre>{Encode($"curl {web}{operation.Path}{operation.Arguments}")}</pre>
            </section>

            """;
    }

    private static string Row(ProblemCode problem)
    {
        return $"<tr><td>{problem.Status}</td><td><code>{problem.Code}</code></td><td>{Encode(problem.Title)}</td></tr>\n";
    }

    private static string Encode(string text)
    {
        return WebUtility.HtmlEncode(text);
    }
}
