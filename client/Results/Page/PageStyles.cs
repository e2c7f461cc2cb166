using System.Security.Cryptography;
using System.Text;

namespace Validation.Client.Page;

/// <summary>How the page looks. What colours say is said by words, numbers and lines, too: it may be printed in black.</summary>
internal static class PageStyles
{
    /// <summary>The rules. The policy of the page allows this text and no other.</summary>
    public static string Text { get; } = Rules.ReplaceLineEndings("\n");

    /// <summary>What the browser may do for this page: apply these rules. It loads nothing, runs nothing, sends nothing.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Hash(Text)}'; base-uri 'none'; form-action 'none'";

    private const string Rules =
        """
        :root { --ink: #1d2733; --faint: #56616d; --line: #8a949f; --hair: #d5dae0; --head: #eef2f6; --blue: #1f4e79;
          --paper: #fff; --desk: #f3f5f7; --inset: #f7f9fb; --hatch: #e9edf1; --mark: #fff1b8; --focus: #a85a00;
          --error: #b3261e; --warning: #8a5a00; --hint: #24618e; --good: #1c6b3a; --none: #48525e;
          --error-back: #fdecea; --warning-back: #fdf6e3; --hint-back: #e8f1f8; --good-back: #e6f4ea; --none-back: #eceff2; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --ink: #e4e8ec; --faint: #a9b3be; --line: #77828e; --hair: #3d464f; --head: #2a323a; --blue: #8fc1f0;
            --paper: #1b2026; --desk: #12161a; --inset: #232a31; --hatch: #333c45; --mark: #5c4a00; --focus: #ffb84d;
            --error: #ff9c92; --warning: #f0bd5b; --hint: #8ec5f0; --good: #7fd49b; --none: #b4bec8;
            --error-back: #3d1f1d; --warning-back: #372a10; --hint-back: #182d3e; --good-back: #16331f; --none-back: #2a323a; }
        }
        * { box-sizing: border-box; }
        html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--desk); color: var(--ink); line-height: 1.65; overflow-wrap: anywhere;
          font: 16px/1.65 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
        span, a, strong { unicode-bidi: isolate; }
        a { color: var(--blue); }
        a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
        header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 28px; background: var(--paper); }
        header { padding-top: 26px; border-top: 6px solid var(--blue); }
        header .product { margin: 0; color: var(--blue); font-weight: bold; letter-spacing: .3em; }
        h1 { margin: 0; padding-bottom: 14px; border-bottom: 1px solid var(--line); font-size: 1.7rem; line-height: 1.35; }
        main { display: flex; flex-direction: column; }
        article, nav { min-width: 0; padding: 20px 0 8px; }
        article + article { border-top: 3px double var(--line); }
        nav { order: -1; border-bottom: 3px double var(--line); padding-bottom: 24px; }
        nav h2 { margin-bottom: 12px; }
        h2 { margin: 0; font-size: 1.3rem; line-height: 1.4; }
        h3 { margin: 34px 0 12px; padding-left: 12px; border-left: 5px solid var(--blue); font-size: 1.15rem; line-height: 1.35; }
        h4 { margin: 0; font-size: 1rem; }
        p { margin: 4px 0; }
        .path, .back, .place, .origin, .note, .legend, .where { color: var(--faint); font-size: .875rem; }
        .back { margin-top: 14px; text-align: right; }
        .interrupted { color: var(--error); font-weight: bold; }
        footer { padding-top: 12px; padding-bottom: 28px; color: var(--faint); font-size: .8125rem; }
        footer::before { content: ""; display: block; border-top: 1px solid var(--line); padding-bottom: 10px; }

        .verdict { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 28px; margin-top: 14px; padding: 18px 22px;
          border: 2px solid currentColor; border-left-width: 12px; }
        .verdict p { margin: 0; }
        .verdict .words { font-size: 1.75rem; font-weight: bold; line-height: 1.3; }
        .verdict .sign { display: inline-block; min-width: 1.25em; }
        .verdict .facts { flex: 1 1 16em; color: var(--ink); }
        .verdict .reason, .verdict .tally { font-weight: bold; }
        .verdict .time { color: var(--faint); font-size: .875rem; }
        .verdict .errors { flex: 1 1 100%; color: var(--ink); }
        .verdict .errors ul { margin: 2px 0 0; padding-left: 1.4em; }
        .verdict .errors li { padding: 2px 0; }
        .accepted { color: var(--good); } .verdict.accepted { background: var(--good-back); }
        .rejected { color: var(--error); } .verdict.rejected { background: var(--error-back); }
        .undecided { color: var(--warning); } .verdict.undecided { background: var(--warning-back); }
        .unchecked { color: var(--none); } .verdict.unchecked { background: var(--none-back); border-style: dashed;
          border-left-style: solid; }
        .advice { margin-top: 16px; padding: 4px 22px 14px; border: 1px solid var(--hair); }
        .advice h3 { margin: 14px 0 8px; padding: 0; border: 0; font-size: 1.05rem; }
        .advice ol { margin: 0; padding-left: 1.6em; }

        .findings ol { margin: 0; padding: 0; list-style: none; }
        .finding { margin: 0 0 14px; padding: 12px 18px 12px 16px; border: 1px solid var(--hair); border-left: 6px solid var(--hint); }
        .finding.error { border-left-color: var(--error); }
        .finding.warning { border-left-color: var(--warning); border-left-style: double; }
        .finding .number, a.ref { display: inline-block; min-width: 1.6em; padding: 0 .35em; border: 1.5px solid currentColor;
          border-radius: 1em; background: var(--paper); font-size: .8125rem; line-height: 1.45; text-align: center; text-decoration: none;
          font-weight: bold; }
        .error .number, a.ref.error, .error .weight { color: var(--error); }
        .warning .number, a.ref.warning, .warning .weight { color: var(--warning); }
        .hint .number, a.ref.hint, .hint .weight { color: var(--hint); }
        .finding .title { font-size: 1.0625rem; }
        .remark, .fresh { padding: 0 .5em; border: 1px solid var(--line); border-radius: 3px; color: var(--faint); font-size: .8125rem;
          font-weight: normal; }
        .finding.accepted { color: inherit; }
        .finding.accepted .title, .finding.accepted .message { text-decoration: line-through; color: var(--faint); }
        .fresh { border-color: var(--error); color: var(--error); font-weight: bold; }
        .cells { margin: 6px 0; padding: 8px 14px 8px 30px; background: var(--inset); }
        .quote, .twin { padding-left: 14px; border-left: 3px solid var(--hair); }
        mark { background: var(--mark); color: inherit; }
        .suspicion { color: var(--error); font-weight: bold; }
        .suspicion::before { content: "← "; }
        .lead { font-weight: bold; }
        .find { font-size: .9375rem; }
        .find code { padding: 1px 6px; border: 1px solid var(--line); border-radius: 3px; background: var(--inset); font: inherit;
          -webkit-user-select: all; user-select: all; }
        .open .note { margin-left: .5em; }
        .mend strong { color: var(--good); }
        .origin .rule { white-space: nowrap; }

        .table { margin-top: 22px; }
        .table h4 { margin-bottom: 8px; text-align: center; font-size: 1.0625rem; }
        .scroll { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; background: var(--paper); font-size: .875rem; line-height: 1.45; }
        th, td { padding: 5px 6px; border: 1px solid var(--line); text-align: center; font-weight: normal; }
        th { background: var(--head); }
        .table table { min-width: 44rem; }
        .table table.applications { min-width: 60rem; }
        table.applications th[scope=row], .relation { text-align: left; }
        table.applications col.part { width: 5em; } table.applications col.group { width: 6.5em; }
        table.applications col.count { width: 6.5em; }
        table.applications thead th { padding-left: 1px; padding-right: 1px; }
        table.disclosure th[scope=row], table.disclosure th[scope=col] { width: 25%; }
        table .item { font-weight: bold; }
        .value { font-variant-numeric: tabular-nums; font-size: 1rem; }
        .state { color: var(--faint); font-size: .75rem; }
        .value + .state { display: block; line-height: 1.3; }
        .legend .state { padding: 0 .3em; border: 1px dotted var(--line); }
        td.missing { background: repeating-linear-gradient(45deg, var(--paper) 0 5px, var(--hatch) 5px 7px); }
        td .ref { min-width: 1.5em; margin-left: 3px; padding: 0 .25em; font-size: .6875rem; }
        td.hint { background: var(--hint-back); }
        td.warning { background: var(--warning-back); }
        td.error { background: var(--error-back); }
        td.error .value { color: var(--error); }
        td.suspect { outline: 3px solid var(--error); outline-offset: -3px; }
        td.suspect .value, td .suspicion { font-weight: bold; }
        td .suspicion { display: block; font-size: .75rem; line-height: 1.3; }
        td .suspicion::before { content: none; }
        td .proposal { display: block; color: var(--error); font-size: .75rem; line-height: 1.3; }
        .finding:target, td:target { outline: 3px solid var(--focus); outline-offset: 1px; }
        .key { padding: 0 .5em; border: 1px solid var(--line); color: var(--ink); }
        .key.error { background: var(--error-back); color: var(--error); } .key.warning { background: var(--warning-back); }
        .key.hint { background: var(--hint-back); }
        .key.suspect { border: 3px solid var(--error); color: var(--error); font-weight: bold; }
        .sums { margin: 10px 0 0; padding: 0; list-style: none; }
        .sums li { padding: 4px 0; border-bottom: 1px dotted var(--hair); }

        table.index th[scope=row] { background: none; text-align: left; }
        table.index td:last-child { text-align: left; }
        table.index thead th { font-weight: bold; }
        table.index th[scope=col], table.index td:nth-child(3) { white-space: nowrap; }
        section > h2 { margin: 26px 0 10px; }
        table.drafts { min-width: 46rem; }
        table.drafts thead th { font-weight: bold; white-space: nowrap; }
        table.drafts th[scope=row] { width: 30%; background: none; text-align: left; }
        table.drafts .remarks, table.drafts .acts { text-align: left; }
        table.drafts .remarks { width: 32%; }
        table.drafts .state { font-size: .875rem; font-weight: bold; }
        table.drafts .state.accepted { color: var(--good); } table.drafts .state.rejected { color: var(--error); }
        table.drafts .state.undecided { color: var(--warning); } table.drafts .state.unchecked { color: var(--none); }
        .acts a { display: inline-block; padding: 4px 6px 4px 0; }
        .deviations ul, .failures ul { margin: 0; padding-left: 1.4em; font-size: .9375rem; }
        .provenance dl { margin: 0; font-size: .9375rem; }
        .provenance dl div { display: flex; gap: 1em; padding: 3px 0; border-bottom: 1px dotted var(--hair); }
        .provenance dt { flex: none; width: 11em; color: var(--faint); }
        .provenance dd { margin: 0; min-width: 0; }

        @media (max-width: 640px) {
          body { font-size: 15px; }
          .provenance dt { width: 7em; }
          .table table.applications { min-width: 44rem; }
          table.applications col.part { width: 3.4em; } table.applications col.group { width: 5em; }
          table.applications col.count { width: 4.4em; }
          header, main, footer { padding-left: 14px; padding-right: 14px; }
          h1 { font-size: 1.3rem; }
          .verdict { padding: 14px; } .verdict .words { font-size: 1.4rem; }
        }
        @page { size: A4; margin: 14mm 12mm; }
        @media print {
          body { background: #fff; font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          header, main, footer { max-width: none; padding-left: 1px; padding-right: 1px; }
          header { padding-top: 6px; }
          a { color: inherit; text-decoration: none; }
          html { color-scheme: light; }
          .back, .open, .find, .verdict .errors { display: none; }
          article + article { break-before: page; border-top: 0; }
          h2, h3, h4, .legend { break-after: avoid; }
          .finding, .verdict, .table table, tr, .sums li { break-inside: avoid; }
          .scroll { overflow: visible; }
          .table table, .table table.applications { min-width: 0; }
          table { font-size: 8pt; line-height: 1.35; } .value { font-size: 9.5pt; }
          th, td { padding: 2.5px 3px; }
          table.applications col.part { width: 9mm; } table.applications col.group { width: 15mm; }
          table.applications col.count { width: 12.5mm; }
          td .ref { min-width: 1.4em; margin-left: 1px; padding: 0 .15em; font-size: 6.5pt; } .state { font-size: 6.5pt; }
          thead { display: table-header-group; }
          .finding { margin-bottom: 8px; padding: 8px 12px; }
        }
        """;

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
