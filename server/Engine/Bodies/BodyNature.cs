using Validation.V1;

namespace Validation.Engine.Bodies;

/// <summary>What is known for certain of a body.</summary>
/// <param name="Kind">Its kind; Unspecified: not decided.</param>
/// <param name="Level">Its level; Unspecified: not decided.</param>
public readonly record struct BodyNature(BodyKind Kind, BodyLevel Level);
