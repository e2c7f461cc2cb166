using AngleSharp.Dom;
using Validation.V1;

namespace Validation.Engine.Documents.Html;

/// <summary>An element of a web page. Its path is made when it is asked for.</summary>
/// <param name="Element">The element.</param>
/// <param name="Paths">Makes the paths of this page.</param>
/// <param name="AllIsLink">All of its text is text of links.</param>
/// <param name="Numbers">The numbers of its paragraph, table, row and cell.</param>
internal sealed record ElementPlace(IElement Element, ElementPaths Paths, bool AllIsLink = false, ParagraphPlace? Numbers = null) : Place
{
    internal override object Container => Element;

    internal override bool IsLink => AllIsLink;

    public override Location ToLocation()
    {
        var location = Numbers?.ToLocation() ?? new Location();
        location.CssPath = Paths.Of(Element);
        return location;
    }

    internal override Place At(ParagraphPlace numbers) => this with { Numbers = numbers };

    internal override object? Around(object container) => ((IElement)container).ParentElement;
}
