using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Documents.Pdf;

/// <summary>Damaged files are refused, or read without the loss of a cell.</summary>
[Trait("Size", "Exhaustive")]
public sealed class DamagedPdfTests
{
    private const int Files = 300;
    private const int Some = 20;

    private static readonly ReportValidator Validator = PdfReaders.Validator();
    private static readonly NumbersThatBalance Numbers = new(5, 60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Validate_RandomDamage_NothingLostSilently(bool isCompressed)
    {
        var file = new ReportSketch(cell => $"{Numbers[cell]}").ToArray(isCompressed);
        Check(file).Verdict.ShouldBe(Verdict.Accept);
        void TryDamage(int seed)
        {
            var reply = Check(Damage(file, new Random(seed)));
            var wrong = reply.Verdict == Verdict.Accept ? Wrong(reply, isCompressed) : [];

            reply.Reason.ShouldNotBe(Reason.ReaderFailed);
            // Without a checksum a changed digit is a digit like any other, and a lost one was never there.
            wrong.Count.ShouldBeLessThanOrEqualTo(isCompressed ? 0 : 1, string.Join(' ', wrong.Take(3)));
        }

        Exhaustive.Try(Enumerable.Range(0, Files), Some, TryDamage, isCompressed);
    }

    [Fact]
    public void Validate_Truncated_NeverAcceptedWithoutACell()
    {
        var file = new ReportSketch(cell => $"{Numbers[cell]}").ToArray();
        var step = file.Length / 60;
        Exhaustive.Try(Enumerable.Range(0, (file.Length - 16) / step).Select(number => 6 + (number * step)), Some, length =>
        {
            var reply = Check(file[..length]);

            // Only the last bytes, which say where to begin reading, can be wanting without a loss.
            if (reply.Verdict == Verdict.NotDecided)
            {
                reply.ReasonText.ShouldNotBeEmpty();
                return;
            }

            length.ShouldBeGreaterThan(file.Length - 50);
            Wrong(reply, mayNotBeBlank: true).ShouldBeEmpty();
        });
    }

    [Fact]
    public void Validate_OtherDigitInACompressedPage_Damaged()
    {
        var file = new ReportSketch(cell => $"{Numbers[cell]}").ToArray();
        var stream = file.AsSpan().LastIndexOf("endstream"u8);
        file[stream - 200] ^= 1;

        Check(file).Reason.ShouldBe(Reason.DamagedDocument);
    }

    private static ValidateReply Check(byte[] file) => Validator.Validate(file, TestRules.National);

    private static List<string> Wrong(ValidateReply reply, bool mayNotBeBlank) =>
        [.. ReportTemplate.Cells.Values
            .Where(cell => cell.Of(reply.Report) is var read && (read.State == State.Missing
                || (read.State == State.Number ? read.Value != Numbers[cell] : mayNotBeBlank)))
            .Select(cell => cell.Path)];

    private static byte[] Damage(byte[] file, Random random)
    {
        var start = random.Next(20, file.Length - 400);
        var length = random.Next(1, 300);
        switch (random.Next(4))
        {
            case 0:
                return [.. file[..start], .. file[(start + length)..]];
            case 1:
                return [.. file[..start], .. new byte[length], .. file[(start + length)..]];
            default:
                var changed = (byte[])file.Clone();
                for (var count = random.Next(1, 15); count > 0; count--)
                {
                    changed[random.Next(file.Length)] = (byte)random.Next(256);
                }

                return changed;
        }
    }
}
