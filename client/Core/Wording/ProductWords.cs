namespace Validation.Client.Wording;

/// <summary>What the product is called.</summary>
public static class ProductWords
{
    /// <summary>Its name.</summary>
    public const string Name = Texts.Product;
}
