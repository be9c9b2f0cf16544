namespace IdentityPools.Model;

/// <summary>A provider that is named only by the text or function that the API will know it by.</summary>
internal sealed record ProviderUrlReference(TemplateValue Value) : ProviderReference
{
    public override TemplateValue Url => Value;

    public override string LogicalPart => LogicalName.Of(Value);

    public override string? DefaultKey => Value.Literal;

    protected override string Describe() => Value.ToString();
}
