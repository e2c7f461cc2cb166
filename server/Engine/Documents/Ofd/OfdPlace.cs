namespace Validation.Engine.Documents.Ofd;

/// <summary>Where an object is drawn.</summary>
/// <param name="Matrix">From the space that it stands in to points of the page.</param>
/// <param name="IsBody">It belongs to the body of a page: not to a template, nor to a layer behind the body or over it.</param>
/// <param name="IsHidden">What it stands in is not visible.</param>
internal readonly record struct OfdPlace(OfdMatrix Matrix, bool IsBody, bool IsHidden);
