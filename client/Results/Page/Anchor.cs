using System.Globalization;
using Validation.Form;

namespace Validation.Client.Page;

/// <summary>A place of the page that links lead to. Its name is made of numbers and the template's paths.</summary>
internal readonly record struct Anchor
{
    private Anchor(string name) => Name = name;

    /// <summary>The list of all drafts.</summary>
    public static Anchor Index { get; } = new("index");

    /// <summary>The name, unique within the page.</summary>
    public string Name { get; }

    /// <summary>The anchor of a draft.</summary>
    /// <param name="draft">Its number on the page, from 1.</param>
    public static Anchor Draft(int draft) => new(Number('d', draft));

    /// <summary>The anchor of a finding within its draft.</summary>
    /// <param name="draft">The number of its draft.</param>
    /// <param name="finding">Its number among the findings of the draft, from 1.</param>
    public static Anchor Finding(int draft, int finding) => new($"{Number('d', draft)}-{Number('f', finding)}");

    /// <summary>The anchor of a table within its draft.</summary>
    public static Anchor Table(int draft, TableTemplate table) => new($"{Number('d', draft)}-{table.Key}");

    /// <summary>A cell of a table.</summary>
    public static Anchor Cell(int draft, CellTemplate cell) => new($"{Number('d', draft)}-{cell.Path}");

    /// <summary>The form that takes what is to be tried on a draft.</summary>
    public static Anchor TryForm(int draft) => new($"{Number('d', draft)}-try");

    private static string Number(char kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
}
