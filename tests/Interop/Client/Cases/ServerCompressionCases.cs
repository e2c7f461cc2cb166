using Validation.Interop.Protocol;

namespace Validation.Interop.Client.Cases;

/// <summary>Compressed responses.</summary>
internal static class ServerCompressionCases
{
    private static readonly Outcome Cannot = Outcome.NotApplicable("the server's library does not compress");

    public static async Task<Outcome> UnaryAsync(Connection connection)
    {
        if (!connection.Settings.Compresses)
        {
            return Cannot;
        }

        foreach (var compressed in (bool[])[true, false])
        {
            var request = UnaryCases.LargeRequest;
            request.ResponseCompressed = new BoolValue { Value = compressed };
            UnaryCases.CheckLarge(await connection.ObservedService.UnaryCallAsync(request));
            Expect.Equal(compressed, connection.NextIsCompressed(), "the compressed flag");
        }

        return Outcome.Passed;
    }

    public static async Task<Outcome> StreamingAsync(Connection connection)
    {
        if (!connection.Settings.Compresses)
        {
            return Cannot;
        }

        ResponseParameters[] wanted =
        [
            new() { Size = 31_415, Compressed = new BoolValue { Value = true } },
            new() { Size = 92_653, Compressed = new BoolValue { Value = false } },
        ];
        using var call = connection.ObservedService.StreamingOutputCall(
            new StreamingOutputCallRequest { ResponseParameters = { wanted } });
        foreach (var each in wanted)
        {
            Expect.True(await call.ResponseStream.MoveNext(CancellationToken.None), $"the response of {each.Size} bytes is missing");
            Expect.ZerosOf(each.Size, call.ResponseStream.Current.Payload);
            Expect.Equal(each.Compressed.Value, connection.NextIsCompressed(), "the compressed flag");
        }

        Expect.True(!await call.ResponseStream.MoveNext(CancellationToken.None), "there is a response too many");
        return Outcome.Passed;
    }
}
