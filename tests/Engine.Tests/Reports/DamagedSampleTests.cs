using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>Real reports with random damage: no exception, an answer in time, and no ACCEPT for a table that has lost a number.</summary>
[Trait("Size", "Exhaustive")]
public sealed class DamagedSampleTests
{
    private const int Damages = 150;
    private const int Some = 15;

    // A check takes a millisecond; what takes as long as this hangs, however busy the machine is.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private enum Damage
    {
        LinesDeleted,
        LinesDuplicated,
        LinesSwapped,
        CharactersDeleted,
        DigitsInserted,
        LinesJoined,
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Check_RandomLinesDamaged_NeverAcceptedWithoutAllNumbers(string name)
    {
        var text = new Sample(name).Text;
        var damages = Gen.Elements(Enum.GetValues<Damage>()).Zip(Gen.Choose(0, 1_000_000)).Zip(Gen.Choose(1, 6));
        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            var ((kind, seed), count) = damage;
            var damaged = Damaged(text, kind, new Random(seed), count);
            ShouldBeSound(Encoding.UTF8.GetBytes(damaged));
        }).Check(Config.QuickThrowOnFailure
            .WithMaxTest(Exhaustive.Count(Damages, Some)).WithReplay(new Replay(new Rnd((ulong)Exhaustive.Seed, 11UL), null)));
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Check_RandomBytesDamaged_NeverAcceptedWithoutAllNumbers(string name)
    {
        var content = Encoding.UTF8.GetBytes(new Sample(name).Text);
        Exhaustive.Try(Enumerable.Range(0, Damages), Some, seed =>
        {
            var random = new Random(seed);
            var damaged = (byte[])content.Clone();
            for (var edits = random.Next(1, 5); edits > 0; edits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(seed % 2 == 0 ? 0x80 : 0x100);
            }

            ShouldBeSound(damaged);
        }, name);
    }

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Check_AnyNumberOfTablesThreeAndFourDeleted_NotAcceptedUnlessBlank(string name)
    {
        var sample = new Sample(name);
        var report = sample.Check().Report;
        var lines = sample.Text.Split('\n');
        Exhaustive.Try(ApplicationsTemplate.Table.Cells.Concat(DisputesTemplate.Table.Cells).Select(cell => cell.Path), Some, path =>
        {
            var template = ReportTemplate.Cells[path];
            var cell = template.Of(report);
            var (line, column) = (cell.Location.Line - 1, cell.Location.Column - 1);
            var damaged = (string[])lines.Clone();
            damaged[line] = lines[line].Remove(column, cell.Text.Length);
            var reply = ShouldBeSound(Encoding.UTF8.GetBytes(string.Join('\n', damaged)));
            if (reply.Verdict == Verdict.Accept)
            {
                template.Of(reply.Report).State.ShouldBe(State.Blank);
            }
        }, name);
    }

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Check_AnyLineDeleted_Sound(string name)
    {
        var lines = new Sample(name).Text.Split('\n');
        Exhaustive.Try(Enumerable.Range(1, lines.Length), Some, number =>
        {
            var reply = ShouldBeSound(Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, index) => index != number - 1))));
            if (reply.Verdict == Verdict.Accept && lines[number - 1].Any(char.IsAsciiDigit))
            {
                reply.Report.Deviations.ShouldNotContain(
                    deviation => deviation.Kind == Deviation.Types.Kind.MissingRow || deviation.Kind == Deviation.Types.Kind.MissingTable);
            }
        }, name);
    }

    private static ValidateReply ShouldBeSound(byte[] content)
    {
        var clock = Stopwatch.StartNew();
        var reply = Sample.Check(content);
        clock.Elapsed.ShouldBeLessThan(Longest);
        if (reply.Verdict == Verdict.Accept)
        {
            foreach (var template in ReportTemplate.Cells.Values)
            {
                template.Of(reply.Report).State.ShouldNotBe(State.Missing, template.Path);
            }
        }

        return reply;
    }

    private static string Damaged(string text, Damage damage, Random random, int count)
    {
        var lines = text.Split('\n').ToList();
        for (var i = 0; i < count; i++)
        {
            var at = random.Next(lines.Count - 1);
            switch (damage)
            {
                case Damage.LinesDeleted:
                    lines.RemoveRange(at, Math.Min(random.Next(1, 4), lines.Count - 1 - at));
                    break;
                case Damage.LinesDuplicated:
                    lines.InsertRange(at, lines.GetRange(at, Math.Min(random.Next(1, 20), lines.Count - at)));
                    break;
                case Damage.LinesSwapped:
                    var other = random.Next(lines.Count);
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                case Damage.CharactersDeleted:
                    lines[at] = lines[at].Length == 0 ? lines[at] : lines[at].Remove(random.Next(lines[at].Length), 1);
                    break;
                case Damage.DigitsInserted:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), $"{random.Next(10)}");
                    break;
                default:
                    lines[at] += lines[at + 1];
                    lines.RemoveAt(at + 1);
                    break;
            }
        }

        return string.Join('\n', lines);
    }
}
