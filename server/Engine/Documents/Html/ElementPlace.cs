using AngleSharp.Dom;
using Validation.V1;

namespace Validation.Engine.Documents.Html;

/// <summary>An element of a web page. Its path is made when it is asked for.</summary>
/// <param name="Element">The element.</param>
/// <param name="Paths">Makes the paths of this page.</param>
/// <param name="Numbers">The numbers of its paragraph, table, row and cell.</param>
internal sealed record ElementPlace(IElement Element, ElementPaths Paths, ParagraphPlace? Numbers = null) : Place
{
    /// <summary>All of its text is text of links.</summary>
    public bool IsLink { get; init; }

    /// <inheritdoc/>
    public override Location ToLocation()
    {
        var location = Numbers?.ToLocation() ?? new Location();
        location.CssPath = Paths.Of(Element);
        return location;
    }

    /// <inheritdoc/>
    internal override Place At(ParagraphPlace numbers) => this with { Numbers = numbers };
}
