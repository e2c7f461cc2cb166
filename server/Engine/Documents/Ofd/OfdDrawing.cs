namespace Validation.Engine.Documents.Ofd;

/// <summary>Draws what a page and its templates hold: brings every text to its place on the page.</summary>
internal sealed class OfdDrawing(OfdWords words, OfdResources resources, OfdWork work)
{
    // Composites may hold composites, and a damaged file may have one hold itself.
    private const int MostNested = 64;

    private readonly OfdTextDrawing _texts = new(words);

    /// <summary>Collects the words that a page draws.</summary>
    /// <param name="page">The page, or a template.</param>
    /// <param name="isTemplate">It is a template, which lies behind or over the body of the page.</param>
    /// <exception cref="UnreadableException">It goes beyond a limit, or is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Draw(OfdPage page, bool isTemplate)
    {
        foreach (var (item, isBody) in page.Objects)
        {
            Draw(item, page, new OfdPlace(words.Points, isBody && !isTemplate, IsHidden: false), 0);
        }

        words.End();
    }

    private void Draw(OfdObject item, OfdPage page, OfdPlace outer, int nested)
    {
        work.CountObject();
        var place = outer with { IsHidden = outer.IsHidden || item.IsHidden };
        if (item is OfdText text)
        {
            work.CountCharacters(text.Codes.Sum(code => code.Text.Length), place.IsHidden);
            if (!place.IsHidden)
            {
                _texts.Draw(text, place);
            }
        }
        else if (item is OfdComposite composite)
        {
            UnreadableException.ThrowIfTooLarge(nested == MostNested);

            var inner = place with { Matrix = composite.Inner.Then(place.Matrix) };
            foreach (var part in resources.Composite(composite.Resource, page.Resources))
            {
                Draw(part, page, inner, nested + 1);
            }
        }
    }
}
