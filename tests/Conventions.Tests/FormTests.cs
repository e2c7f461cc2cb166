using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

/// <summary>What the form is stands in protos/Form, and nowhere else.</summary>
public sealed partial class FormTests
{
    /// <summary>The rows that the sums of 表三 are about have names; a place counted from either end of the table would be a second
    /// statement of the same.</summary>
    [Fact]
    public void SourceFiles_OutsideTheForm_CountNoRowsOfSums()
    {
        var found =
            from file in Repository.CSharpFiles
            let path = Repository.Relative(file)
            where !path.StartsWith("protos/Form/", StringComparison.Ordinal) && !path.StartsWith("tests/", StringComparison.Ordinal)
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where PlaceOfRow().IsMatch(line.Text)
            select $"{path}:{line.Number}";
        found.ShouldBeEmpty("take the row from ApplicationsTemplate, and the sum from FormSums");
    }

    [GeneratedRegex(@"\b(First|Last|Not)Results?\b|Rows\[\^\d\]|Rows\.Count - [2-9]|\.Skip\(2\)\.SkipLast\(2\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PlaceOfRow();
}
