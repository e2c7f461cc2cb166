namespace Validation.Client.Wording;

/// <summary>What the product is called.</summary>
public static class ProductWords
{
    /// <summary>The product's name as clerks know it.</summary>
    public const string Name = WordingTexts.Product;
}
