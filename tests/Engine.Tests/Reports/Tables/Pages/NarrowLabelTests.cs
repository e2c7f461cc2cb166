using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

/// <summary>Labels in columns two or three characters wide, broken over pages at any line.</summary>
public sealed class NarrowLabelTests
{
    private static readonly ReportValidator Validator = PdfReaders.Validator();
    private static readonly NumbersThatBalance Numbers = new(4, 30);

    [Fact]
    public void Validate_LabelsTwoCharactersWide_EveryCellOnItsRow()
    {
        for (var size = 8.0; size < 11; size += 0.25)
        {
            var style = new TableStyle { Size = size, Labels = [0.06, 0.09, 0.065], VerticalAlign = 0, Align = 0 };

            var reply = Validator.Validate(new ReportSketch(Text) { Style = style }.ToArray(), TestRules.National);

            Wrong(reply).ShouldBeEmpty($"type of {size}");
        }
    }

    private static List<string> Wrong(ValidateReply reply) =>
        [.. ReportTemplate.Cells.Values.Where(cell => cell.Of(reply.Report).Text != Text(cell)).Select(cell => cell.Path)];

    private static string Text(CellTemplate cell) => $"{Numbers[cell]}";
}
