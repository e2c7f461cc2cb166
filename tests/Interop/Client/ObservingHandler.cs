using Validation.Interop.Wire;

namespace Validation.Interop.Client;

/// <summary>Notes the flags of the messages of the newest response.</summary>
internal sealed class ObservingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public FrameFlags Flags { get; private set; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        Flags = new FrameFlags();
        var content = new StreamContent(new ObservedStream(await response.Content.ReadAsStreamAsync(cancellationToken), Flags));
        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = content;
        return response;
    }
}
