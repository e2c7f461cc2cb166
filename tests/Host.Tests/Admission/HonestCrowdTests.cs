using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Admission;

/// <summary>With the limits as they are by default, nobody honest is refused, and no client here asks twice.</summary>
public sealed class HonestCrowdTests
{
    [Fact]
    public async Task Trays_TwoHundredBehindOneAddress_AreAllAnsweredInTheMorning()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var trays = Enumerable.Range(0, 200).Select(_ => new Neighbour(server, 1)).ToList();

        var replies = await Task.WhenAll(trays.SelectMany((tray, number) => Enumerable.Range(0, 4)
            .Select(draft => tray.Client.ValidateAsync(Drafts.Request($"{number}.{draft}", 20_000)).ResponseAsync))).InTime();

        replies.ShouldAllBe(reply => reply.Verdict == Verdict.Accept);
        trays.ForEach(tray => tray.Dispose());
    }

    [Fact]
    public async Task Batch_OfThreeThousand_IsAnswered()
    {
        const int Count = 3_000;
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = server.Client.ValidateStream();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; number < Count; number++)
            {
                await batch.RequestStream.WriteAsync(Drafts.Request($"{number}", 10_000));
            }

            await batch.RequestStream.CompleteAsync();
        });
        var answered = new HashSet<string>();
        while (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            answered.Add(batch.ResponseStream.Current.Id);
        }

        await writing.InTime();
        answered.Count.ShouldBe(Count);
    }

    [Fact]
    public async Task Calls_AThousandAtOnceOnOneChannel_AreAnswered()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        var replies = await Task.WhenAll(Enumerable.Range(0, 1_000)
            .Select(number => server.Client.ValidateAsync(Drafts.Request($"{number}", 1_000)).ResponseAsync)).InTime();

        replies.Select(reply => reply.Id).Distinct().Count().ShouldBe(1_000);
    }
}
